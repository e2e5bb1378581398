import type { Table } from './table';
import { csvPieces, jsonPieces } from './text';

export const TABLE_FORMATS = ['csv', 'json', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table as the bytes of a file, in pieces that take some milliseconds each; some are empty.
 *  @param metadata what a format with room for it says of the file */
export async function tablePieces(
  table: Table,
  format: TableFormat,
  metadata: Record<string, string>,
): Promise<Iterable<Uint8Array>> {
  if (format !== 'parquet') return encoded(format === 'csv' ? csvPieces(table) : jsonPieces(table));
  // Loaded when the first such file is wanted.
  const { parquetPieces } = await import('./parquet');
  return parquetPieces(table, metadata);
}

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const text of texts) yield encoder.encode(text);
}
