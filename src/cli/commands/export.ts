import writeFileAtomic from 'write-file-atomic';
import { readOutcomes, RunError, writeFailure } from '@/executive';
import { stationPairTable, toCsv, toJson } from '@/inspector';
import { openProject } from '@/project';
import { tableText } from '@/session';
import { UsageError } from '../usage';

export interface ExportOptions {
  table: 'misfits' | 'windows' | 'pairs';
  format: 'csv' | 'json';
  /** Whose names of columns. */
  columns: 'atoa' | 'pyatoa';
  /** Standard output where left out. */
  output?: string;
  /** Where `atoa run --out` put its outputs. */
  out?: string;
  config?: string;
  set: string[];
}

/** Writes the table of pairs, of windows or of station pairs of the last run.
 *  @throws UsageError where nothing was run yet; RunError where the file cannot be written */
export async function exportTable(folder: string, options: ExportOptions): Promise<number> {
  const { table, format, columns, output, out, config, set } = options;
  const project = await openProject(folder, { overrides: set, ...(config === undefined ? {} : { config }) });
  const outcomes = await readOutcomes(project, out);
  if (outcomes.length === 0) throw new UsageError(`nothing was run in ${project.path} yet with these parameters`);
  const text =
    table === 'pairs'
      ? (format === 'csv' ? toCsv : toJson)(stationPairTable(outcomes))
      : tableText(outcomes, project.parameters, { table, format, columns });
  if (output === undefined) process.stdout.write(text);
  else {
    await writeFileAtomic(output, text).catch((error: unknown) => {
      throw new RunError(writeFailure(error, output));
    });
  }
  return 0;
}
