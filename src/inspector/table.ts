/** A time is ISO 8601 in UTC. */
export type Cell = string | number | null;

export type ColumnType = 'text' | 'number' | 'integer' | 'time';

export interface Column {
  name: string;
  type: ColumnType;
  /** null where it has none. */
  unit: string | null;
}

/** Rows of named columns, ready to be written. */
export interface Table {
  columns: Column[];
  /** A cell per column. They may be made while one goes through them: of a million rows, few are in memory at a time. */
  rows: Iterable<Cell[]>;
}

/** A column of rows of one kind. */
export interface ColumnOf<Row> extends Column {
  /** Left out unless it is asked for by name. */
  optional: boolean;
  valueOf(row: Row): Cell;
}

type Definition<Row> = [name: string, type: ColumnType, unit: string | null, valueOf: (row: Row) => Cell];

export function defineColumns<Row>(definitions: Definition<Row>[], optional = false): ColumnOf<Row>[] {
  return definitions.map(([name, type, unit, valueOf]) => ({ name, type, unit, valueOf, optional }));
}

/** The table of rows in some columns. */
export function tableOf<Row>(columns: ColumnOf<Row>[], rows: Iterable<Row>): Table {
  return {
    columns: columns.map(({ name, type, unit }) => ({ name, type, unit })),
    rows: mapped(rows, (row) => columns.map((column) => column.valueOf(row))),
  };
}

function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item);
}

/** Items in groups of at most `size`. */
export function* inGroups<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
