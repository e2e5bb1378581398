import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { examplePair } from '../../test/support/examplePair';
import { isWholeSpool, readSpool, SpoolReader, writeSpool } from './spool';

const folder = mkdtempSync(join(tmpdir(), 'atoa-spool-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'deeper', 'NZ.BFZ.spool');

describe('spool file', () => {
  it('gives back the whole record, times to the nanosecond and doubles to the bit', () => {
    const record = examplePair();
    record.result.components[0]!.observed.data[3] = Number.MIN_VALUE;
    record.result.components[0]!.observed.data[4] = NaN;
    writeSpool(path, record);
    expect(readSpool(path)).toEqual(record);
    expect(readdirSync(join(folder, 'deeper'))).toEqual(['NZ.BFZ.spool']);
  });

  it('keeps non-finite numbers, empty arrays and null', () => {
    const record = examplePair();
    record.result.misfit = Infinity;
    record.result.timeOffset = -0.1;
    record.result.components[0]!.stalta = new Float64Array(0);
    record.result.geometry = null;
    writeSpool(path, record);
    expect(readSpool(path)).toEqual(record);
  });

  it('keeps text beyond ASCII and a record without arrays', () => {
    const record = examplePair();
    record.result.components = [];
    record.result.warnings = ['Ōtautahi: 43° S'];
    writeSpool(path, record);
    expect(readSpool(path)).toEqual(record);
  });

  it('is read into the same memory as the one before, longer or shorter', () => {
    const samples = (n: number) => {
      const record = examplePair();
      record.result.components[0]!.observed.data = Float64Array.from({ length: n }, (_, i) => i / n);
      return record;
    };
    const reader = new SpoolReader();
    const first = samples(1000);
    writeSpool(path, first);
    const arrays = reader.read(path).result.components[0]!.observed.data;
    expect(arrays).toEqual(first.result.components[0]!.observed.data);
    for (const record of [samples(500), samples(100_000), samples(7)]) {
      writeSpool(path, record);
      expect(reader.read(path)).toEqual(record);
    }
    writeSpool(path, samples(500));
    expect(reader.read(path).result.components[0]!.observed.data.buffer).not.toBe(arrays.buffer);
    const { buffer } = reader.read(path).result.components[0]!.observed.data;
    expect(reader.read(path).result.components[0]!.synthetic.data.buffer).toBe(buffer);
    truncateSync(path, 40);
    expect(() => reader.read(path)).toThrow(/cut short/);
    expect(() => reader.read(`${path}.gone`)).toThrow('ENOENT');
  });

  it('says that a file is cut short', () => {
    writeSpool(path, examplePair());
    truncateSync(path, readFileSync(path).length - 8);
    expect(() => readSpool(path)).toThrow(/NZ\.BFZ\.spool: is cut short or padded: \d+ bytes, its header says \d+/);
    truncateSync(path, 12);
    expect(() => readSpool(path)).toThrow(/cut short: 12 bytes/);
  });

  it('says that a file is damaged, whichever byte it is', () => {
    writeSpool(path, examplePair());
    const whole = readFileSync(path);
    for (const at of [9, 13, 40, whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1;
      writeFileSync(path, bytes);
      expect(() => readSpool(path)).toThrow(/damaged|version/);
      expect(isWholeSpool(path)).toBe(false);
    }
    writeFileSync(path, whole);
    expect([isWholeSpool(path), isWholeSpool(`${path}.gone`)]).toEqual([true, false]);
    writeFileSync(path, 'PK'.padEnd(100));
    expect(() => readSpool(path)).toThrow(/is not a spool file/);
  });
});
