import { setImmediate } from 'node:timers/promises';
import { evaluationPath, type Parameters } from '@/core/config';
import type { PairOutcome } from '@/core/model';
import type { ExportResult, Input, TablePreview } from '@/api';
import { ALL_ROWS, makeTable, previewSteps, tablePieces, UnknownColumn, type TableRequest } from '@/inspector';
import { SessionError } from '../error';
import type { Exits } from './exits';
import { writePieces } from './files';

/** What a table is made of. */
export interface TableSource {
  outcomes: Iterable<PairOutcome>;
  parameters: Parameters;
  /** Of Atoa. */
  version: string;
}

/** Saves a table where the user says, or leaves it for the page to download.
 *  @throws SessionError for a column that there is not; RunError where it cannot be written */
export async function exportTable(
  source: TableSource,
  input: Input<'exportTable'>,
  exits: Exits,
): Promise<ExportResult> {
  const { format } = input;
  const request = requestOf(input);
  const table = refusing(() => makeTable(source.outcomes, source.parameters, request));
  return exits.save(`${nameOf(request)}.${format}`, format, async (path) => {
    await writePieces(path, await tablePieces(table, format, tableMetadata(source, request)));
  });
}

/** The first rows of a table, and how many there are. */
export async function previewTable(source: TableSource, input: Input<'previewTable'>): Promise<TablePreview> {
  const steps = refusing(() => previewSteps(source.outcomes, source.parameters, requestOf(input), input.rows));
  for (;;) {
    const step = refusing(() => steps.next());
    if (step.done) return step.value;
    // Others have their turn: there may be a million rows to count.
    await setImmediate();
  }
}

/** What a file says of the table in it, where its format has room for that. */
export function tableMetadata(
  { parameters, version }: Pick<TableSource, 'parameters' | 'version'>,
  { table, naming }: Pick<TableRequest, 'table' | 'naming'>,
): Record<string, string> {
  return {
    'atoa.version': version,
    'atoa.table': table,
    'atoa.naming': naming,
    'atoa.evaluation': evaluationPath(parameters),
    'atoa.misfit_function': parameters.adj_src_type,
  };
}

function requestOf(input: Pick<Input<'exportTable'>, 'table' | 'naming' | 'columns' | 'filter'>): TableRequest {
  const { table, naming = 'atoa', columns = null, filter = ALL_ROWS } = input;
  return { table, naming, columns, filter };
}

function nameOf({ table }: TableRequest): string {
  return table === 'stations' ? 'station_pairs' : table;
}

function refusing<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UnknownColumn)) throw error;
    throw new SessionError(
      'unknown-column',
      `This table cannot be made: ${error.message}.`,
      'Choose among these.',
      error,
    );
  }
}
