import { extname, resolve } from 'node:path';
import type { PairOutcome } from '@/core/model';
import { isDoubleDifference } from '@/core/pair';
import { openApart, readOutcomes } from '@/executive';
import {
  chosenPairs,
  makeTable,
  offeredColumns,
  TABLE_FORMATS,
  tablePieces,
  UnknownColumn,
  type Naming,
  type RowFilter,
  type Table,
  type TableFormat,
  type TableName,
} from '@/inspector';
import { refuseInputs, type Project } from '@/project';
import { exportAdjointSources, tableMetadata, writePieces, writeRerun } from '@/session';
import { applicationRoot } from '../root';
import { plainLauncher } from '../launcher';
import { refuseWithoutFolder } from '../place';
import { plural } from '../plural';
import { UsageError } from '../usage';
import { applicationVersion } from '../version';
import { filterOf, type FilterOptions } from '../filter';

export interface ExportOptions extends FilterOptions {
  /** Instead of a table: adjoint sources, laid out for SPECFEM in the folder `output`. */
  adjointSources: boolean;
  /** Instead of a table: all that a re-run needs, in one file. */
  rerun: boolean;
  /** `pairs` is an older name of `stations`. */
  table: TableName | 'pairs';
  /** By the ending of `output` where left out. */
  format?: TableFormat;
  /** `atoa` or `pyatoa` for all of theirs, or names of columns. */
  columns: string[];
  /** Standard output where left out. */
  output?: string;
  /** Where `atoa run --out` put its outputs. */
  out?: string;
  config?: string;
  set: string[];
}

/** Exit code where something that was asked for is not there. */
const SOME_MISSING = 1;

/** Writes a table of the last run, its adjoint sources, or what it takes to do it again.
 *  @throws UsageError where nothing was run yet, and for a column that there is not; RunError where the file cannot be
 *  written */
export async function exportResults(folder: string, options: ExportOptions): Promise<number> {
  const { output, out, config, set } = options;
  const format = options.format ?? formatByEnding(output);
  // A folder of adjoint sources is made; a file's is not, for it may be mistyped.
  if (output !== undefined && !options.adjointSources) refuseWithoutFolder(output);
  const project = await openApart(
    folder,
    { overrides: set, ...(config === undefined ? {} : { config }) },
    { launcher: plainLauncher() },
  );
  const outcomes = await readOutcomes(project, out);
  if (outcomes.length === 0) throw new UsageError(`nothing was run in ${project.path} yet with these parameters`);
  if (options.adjointSources) return adjointSources(project, outcomes, options);
  if (options.rerun) return rerun(project, outcomes, options);
  const name = options.table === 'pairs' ? 'stations' : options.table;
  const { naming, columns } = columnsOf(options.columns, name, project);
  const make = () => made(outcomes, project, name, naming, columns, filterOf(options));
  const table = make();
  // Rows are made while one goes through them: looked for in a table of their own.
  if (make().rows[Symbol.iterator]().next().done === true) console.error(`atoa: ${whyEmpty(name, project)}`);
  const version = applicationVersion(applicationRoot());
  const metadata = tableMetadata({ parameters: project.parameters, version }, { table: name, naming });
  const pieces = await tablePieces(table, format, metadata);
  if (output !== undefined) await writePieces(output, pieces);
  else for (const piece of pieces) await printed(piece);
  return 0;
}

function formatByEnding(file = ''): TableFormat {
  const ending = extname(file).slice(1).toLowerCase();
  return TABLE_FORMATS.find((format) => format === ending) ?? 'csv';
}

async function adjointSources(project: Project, outcomes: PairOutcome[], options: ExportOptions): Promise<number> {
  const { output, out } = options;
  if (output === undefined) throw new UsageError('name the folder for adjoint sources: -o FOLDER');
  const folder = resolve(output);
  refuseInputs(project, folder);
  const pairs = chosenPairs(outcomes, filterOf(options));
  const { events, files, findings } = await exportAdjointSources({ project, pairs, folder, out });
  console.log(`${plural(files, 'adjoint source')} of ${plural(events, 'event')} are in ${folder}`);
  for (const sentence of findings.shown) console.error(`atoa: ${sentence}`);
  const more = findings.count - findings.shown.length;
  if (more > 0) console.error(`atoa: and ${more} more`);
  return findings.count > 0 ? SOME_MISSING : 0;
}

async function rerun(project: Project, outcomes: PairOutcome[], { output, out }: ExportOptions): Promise<number> {
  const text = (await writeRerun(project, outcomes, applicationVersion(applicationRoot()), { out })) ?? '';
  if (output === undefined) process.stdout.write(text);
  else await writePieces(output, [Buffer.from(text)]);
  return 0;
}

function made(
  outcomes: PairOutcome[],
  { parameters }: Project,
  table: TableName,
  naming: Naming,
  columns: string[] | null,
  filter: RowFilter,
): Table {
  try {
    return makeTable(outcomes, parameters, { table, naming, columns, filter });
  } catch (error) {
    if (error instanceof UnknownColumn) throw new UsageError(error.message);
    throw error;
  }
}

/** What is told of a table without rows, which is written all the same: who asks for it by a script wants its columns. */
function whyEmpty(table: TableName, { parameters }: Project): string {
  if (table === 'stations' && !isDoubleDifference(parameters.adj_src_type)) {
    return `the table of stations is empty: adj_src_type is ${parameters.adj_src_type}, not one of double differences`;
  }
  return 'the table is empty: no result passes the filter';
}

/** Columns by name may be Atoa's or Pyatoa's: the first of both that knows the first one. */
function columnsOf(
  wanted: string[],
  table: TableName,
  { parameters }: Project,
): { naming: Naming; columns: string[] | null } {
  const [first = 'atoa'] = wanted;
  if (wanted.length <= 1 && (first === 'atoa' || first === 'pyatoa')) return { naming: first, columns: null };
  const knows = (naming: Naming) => {
    const names = new Set(offeredColumns(parameters, table, naming).map(({ name }) => name));
    return wanted.every((name) => names.has(name));
  };
  return { naming: !knows('atoa') && knows('pyatoa') ? 'pyatoa' : 'atoa', columns: wanted };
}

/** Waits for whoever reads: of a large table, little is in memory. */
function printed(piece: Uint8Array): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(piece)) done();
    else process.stdout.once('drain', done);
  });
}
