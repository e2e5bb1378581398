import { stringify } from 'csv-stringify/sync';
import { inGroups, type Table } from './table';

/** Rows that are turned into text at a time: some milliseconds of work. */
const GROUP = 250;

/** Comma-separated values with a header, in pieces. Numbers in the shortest form that reads back as the same double; null
 *  is an empty cell. */
export function* csvPieces({ columns, rows }: Table): Generator<string> {
  yield stringify([columns.map(({ name }) => name)]);
  for (const group of inGroups(rows, GROUP)) yield stringify(group, { cast: { number: String } });
}

/** A JSON array of one object per row, in pieces. */
export function* jsonPieces({ columns, rows }: Table): Generator<string> {
  let before = '[';
  for (const group of inGroups(rows, GROUP)) {
    const objects = group.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])));
    // An array's text without its brackets: the groups are parts of one array.
    yield before + JSON.stringify(objects, null, 1).slice(1, -2);
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** Comma-separated values in one piece. */
export function toCsv(table: Table): string {
  return [...csvPieces(table)].join('');
}
