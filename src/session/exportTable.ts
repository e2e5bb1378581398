import { writeFile } from 'node:fs/promises';
import { componentsOf, type Parameters } from '@/core/config';
import type { PairOutcome } from '@/core/model';
import type { ExportResult, Input } from '@/api';
import { inspectorPairs, inspectorWindows, misfitTable, toCsv, toJson, windowTable, type Table } from '@/inspector';
import type { SessionHost } from './host';

type Request = Input<'exportTable'>;

/** A table of pairs or of windows as the text of a file. */
export function tableText(outcomes: PairOutcome[], parameters: Parameters, request: Request): string {
  const content = tableOf(outcomes, parameters, request);
  return request.format === 'csv' ? toCsv(content) : toJson(content);
}

function tableOf(outcomes: PairOutcome[], parameters: Parameters, { table, columns }: Request): Table {
  if (columns === 'pyatoa') {
    return table === 'misfits' ? inspectorPairs(outcomes, parameters) : inspectorWindows(outcomes, parameters);
  }
  return table === 'misfits' ? misfitTable(outcomes, componentsOf(parameters)) : windowTable(outcomes);
}

/** Saves a table where the user says, or gives it to the page as a download where the shell has no dialogs. */
export async function exportTable(
  outcomes: PairOutcome[],
  parameters: Parameters,
  request: Request,
  dialogs: SessionHost['dialogs'],
): Promise<ExportResult> {
  const text = tableText(outcomes, parameters, request);
  const name = `${request.table}.${request.format}`;
  if (dialogs === null) {
    const mime = request.format === 'csv' ? 'text/csv' : 'application/json';
    return { kind: 'download', name, mime, text };
  }
  const path = await dialogs.saveFile(name, request.format);
  if (path === null) return { kind: 'cancelled' };
  await writeFile(path, text);
  return { kind: 'saved', path };
}
