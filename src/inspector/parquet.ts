import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { parseTime } from '@/core/model';
import { inGroups, type Cell, type Column, type ColumnType, type Table } from './table';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows of a row group. Each is encoded in one go, some ten milliseconds of work. */
const GROUP = 10_000;
/** Rows that are gathered before whoever writes may do something else. */
const STEP = 250;
const NOTHING = new Uint8Array(0);

const TYPES: Record<ColumnType, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  time: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MICROS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
  },
};

/** A Parquet file in pieces, some of them empty: typed columns that may hold nulls, compressed by Snappy; the units of the
 *  columns as JSON under the key `units`.
 *  @param metadata further keys of the file
 *  @see the Parquet format's specification, version 2.11 */
export function* parquetPieces({ columns, rows }: Table, metadata: Record<string, string>): Generator<Uint8Array> {
  const bytes = new Pieces();
  const units = Object.fromEntries(columns.filter(({ unit }) => unit !== null).map(({ name, unit }) => [name, unit]));
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    createdBy: `atoa ${metadata['atoa.version'] ?? ''}`.trim(),
    kvMetadata: Object.entries({ ...metadata, units: JSON.stringify(units) }).map(([key, value]) => ({ key, value })),
  });
  let data: ParquetCell[][] = columns.map(() => []);
  let gathered = 0;
  const encode = () => {
    const columnData = columns.map(({ name }, i) => ({ name, data: data[i]! }));
    void writer.write({ columnData, rowGroupSize: GROUP });
    data = columns.map(() => []);
    gathered = 0;
    return bytes.take();
  };
  for (const group of inGroups(rows, STEP)) {
    for (const row of group)
      row.forEach((cell, i) => data[i]!.push(columns[i]!.type === 'time' ? microseconds(cell) : cell));
    gathered += group.length;
    yield gathered < GROUP ? NOTHING : encode();
  }
  if (gathered > 0) yield encode();
  void writer.finish();
  yield bytes.take();
}

function schemaOf(columns: Column[]): SchemaElement[] {
  const elements = columns.map(({ name, type }): SchemaElement => ({
    name,
    repetition_type: 'OPTIONAL',
    ...TYPES[type],
  }));
  return [{ name: 'root', num_children: columns.length }, ...elements];
}

type ParquetCell = Cell | bigint;

/** µs since 1970. */
function microseconds(cell: Cell): bigint | null {
  return cell === null ? null : parseTime(String(cell)) / 1000n;
}

/** Hands over what was written so far; the file's offsets count on. */
class Pieces extends ByteWriter {
  take(): Uint8Array {
    const piece = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return piece;
  }
}
