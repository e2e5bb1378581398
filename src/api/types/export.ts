/** A table's column, and whether it is left out unless it is asked for. */
export interface TableColumn {
  name: string;
  type: 'text' | 'number' | 'integer' | 'time';
  /** null where it has none. */
  unit: string | null;
  optional: boolean;
}

/** The first rows of a table that may be exported. */
export interface TablePreview {
  /** All that may be chosen. */
  offered: TableColumn[];
  /** Names of the columns that the rows have. */
  columns: string[];
  rows: (string | number | null)[][];
  /** Of all rows. */
  total: number;
}

export type ExportResult =
  | { kind: 'saved'; path: string }
  | { kind: 'cancelled' }
  /** The page is to offer what lies at this address as a download; it is there for some minutes. */
  | { kind: 'download'; name: string; url: string };
