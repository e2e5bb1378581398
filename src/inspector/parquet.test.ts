import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { parquetPieces } from './parquet';
import type { Cell, Column, Table } from './table';

const columns: Column[] = [
  { name: 'event', type: 'text', unit: null },
  { name: 'dt', type: 'number', unit: 's' },
  { name: 'left', type: 'integer', unit: 'sample' },
  { name: 'starttime', type: 'time', unit: 'UTC' },
];

function fileOf(table: Table): ArrayBuffer {
  const bytes = Buffer.concat([...parquetPieces(table, { 'atoa.version': '1.2.3', 'atoa.table': 'windows' })]);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

describe('a Parquet file', () => {
  it('reads back as it was, nulls and all, with its types', async () => {
    const rows: Cell[][] = [
      ['2018p130600', 0.1 + 0.2, -7, '2018-02-18T07:43:28.133999Z'],
      ['M\u0101ori, "quoted"', null, null, null],
      [null, -1e-300, 2 ** 31 - 1, '1969-12-31T23:59:59.999999Z'],
    ];
    const file = fileOf({ columns, rows });
    const metadata = await parquetMetadataAsync(file);
    const read = await parquetReadObjects({
      file,
      metadata,
      parsers: { timestampFromMicroseconds: (us: bigint) => us } as never,
    });
    expect(read.map(({ starttime: _, ...row }) => row)).toEqual(rows.map(([event, dt, left]) => ({ event, dt, left })));
    expect(read.map(({ starttime }) => starttime)).toEqual([1518939808133999n, null, -1n]);
    const types = parquetSchema(metadata).children.map(({ element }) => [element.name, element.type]);
    expect(types).toEqual([
      ['event', 'BYTE_ARRAY'],
      ['dt', 'DOUBLE'],
      ['left', 'INT32'],
      ['starttime', 'INT64'],
    ]);
  });

  it('says what it is of, and in which units', async () => {
    const { key_value_metadata: pairs, created_by: by } = await parquetMetadataAsync(fileOf({ columns, rows: [] }));
    const found = Object.fromEntries(pairs!.map(({ key, value }) => [key, value]));
    expect(found).toEqual({
      'atoa.version': '1.2.3',
      'atoa.table': 'windows',
      units: '{"dt":"s","left":"sample","starttime":"UTC"}',
    });
    expect(by).toBe('atoa 1.2.3');
  });

  it('holds no rows, and more than fit into one group', async () => {
    expect(await parquetReadObjects({ file: fileOf({ columns, rows: [] }) })).toEqual([]);
    const rows = Array.from({ length: 45_001 }, (_, i): Cell[] => [`event ${i % 7}`, i / 3, i, null]);
    const pieces = [...parquetPieces({ columns, rows }, {})];
    expect(pieces.length).toBeGreaterThan(20);
    const read = await parquetReadObjects({ file: fileOf({ columns, rows }), columns: ['left', 'event'] });
    expect(read).toHaveLength(45_001);
    expect(read.at(-1)).toEqual({ left: 45_000, event: 'event 4' });
  });
});
