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

/** How an export goes that takes its time. */
export interface ExportProgress {
  what: 'figures' | 'adjointSources' | 'rerun';
  state: 'going' | 'done' | 'cancelled' | 'failed';
  done: number;
  total: number;
  /** What it ended with, as sentences: where it was written to, what is missing. */
  report: ExportReport | null;
}

export interface ExportReport {
  /** File or folder; null where nothing was written. */
  path: string | null;
  /** Files that were written. */
  files: number;
  /** What the user is to know, one sentence each; the first ones of many. */
  problems: string[];
  /** Of all problems. */
  problemCount: number;
  /** The file is to be offered as a download; null where it lies where it belongs. */
  download: { name: string; url: string } | null;
}
