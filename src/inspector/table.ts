import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Rows of named columns, ready to be written. */
export interface Table {
  columns: string[];
  /** A cell per column. */
  rows: Cell[][];
}

/** Comma-separated values with a header. Numbers in the shortest form that reads back as the same double; null is an
 *  empty cell. */
export function toCsv(table: Table): string {
  return stringify([table.columns, ...table.rows], { cast: { number: String } });
}

/** A JSON array of one object per row. */
export function toJson({ columns, rows }: Table): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
  return `${JSON.stringify(objects, null, 1)}\n`;
}
