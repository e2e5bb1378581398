import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCalendar, type Trace } from '@/core/model';
import { crc32c } from './crc32c';
import { readMiniSeed } from './miniseed';
import { writeMiniSeed, type MiniSeedEncoding } from './miniseedWrite';

const START = fromCalendar(2018, 2, 18, 7, 43, 28, 128_394_000);

function traceOf(data: ArrayLike<number>, changes: Partial<Trace> = {}): Trace {
  const id = { network: 'NZ', station: 'BFZ', location: '10', channel: 'HHZ' };
  return { ...id, starttime: START, delta: 0.05, data: Float64Array.from(data), ...changes };
}

const ramp = (length: number) => Float64Array.from({ length }, (_, i) => Math.round(1e5 * Math.sin(i / 7)));

/** Bytes of a record's header for tests: changes them in place. */
function poke(bytes: Uint8Array, at: number, ...values: number[]): Uint8Array {
  bytes.set(values, at);
  return bytes;
}

describe('miniSEED round trip', () => {
  const integers = fc.array(
    fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -20000, max: 20000 }),
      fc.integer({ min: 1 - 2 ** 28, max: 2 ** 28 - 1 }),
    ),
    { minLength: 1, maxLength: 3000, size: 'max' },
  );
  const doubles = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 900 });
  const layout = fc.record({ littleEndian: fc.boolean(), recordLength: fc.constantFrom(512 as const, 4096 as const) });
  const start = fc.bigInt({ min: -(10n ** 15n), max: 4n * 10n ** 15n }).map((microseconds) => microseconds * 1000n);
  const delta = fc.constantFrom(0.01, 0.05, 0.03, 1 / 3, 1 / 33.333333333333336, 1, 7, 0.0475);

  it.each<[MiniSeedEncoding, fc.Arbitrary<number[]>]>([
    ['steim2', integers],
    ['int32', integers],
    ['float64', doubles],
    ['float32', doubles.map((values) => values.map(Math.fround).map((v) => (Number.isFinite(v) ? v : 0)))],
  ])('keeps samples, times and rates in %s', (encoding, samples) => {
    fc.assert(
      fc.property(samples, layout, start, delta, (data, options, starttime, interval) => {
        const trace = traceOf(data, { starttime, delta: interval });
        const [back, ...more] = readMiniSeed(writeMiniSeed([trace], { ...options, encoding }), 'x.mseed');
        expect(more).toEqual([]);
        expect(back!.starttime).toBe(starttime);
        expect(Math.abs(back!.delta - interval)).toBeLessThan(1e-15);
        expect(back!.data).toEqual(trace.data);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what an encoding cannot hold', () => {
    expect(() => writeMiniSeed([traceOf([1, 2.5])])).toThrow('NZ.BFZ.10.HHZ, sample 1: sample 1 is 2.5');
    expect(() => writeMiniSeed([traceOf([0, 2 ** 30])])).toThrow('more than the 30 bits of Steim-2');
    expect(() => writeMiniSeed([traceOf([1], { delta: 1e-6 })])).toThrow('cannot be written');
  });
});

describe('readMiniSeed', () => {
  it('joins records within half a sample and leaves gaps and overlaps apart, in time order', () => {
    const shifted = (seconds: number) => traceOf(ramp(40), { starttime: START + BigInt(Math.round(seconds * 1e9)) });
    const read = (...starts: number[]) =>
      readMiniSeed(writeMiniSeed(starts.map(shifted), { recordLength: 512 }), 'x').map(({ data }) => data.length);
    expect(read(0, 2)).toEqual([80]);
    expect(read(0, 2.02, 4.03)).toEqual([120]);
    expect(read(2, 0)).toEqual([80]);
    expect(read(0, 2.04)).toEqual([40, 40]);
    expect(read(0, 1.5)).toEqual([40, 40]);
  });

  it('applies the time correction unless the flags say that it is applied', () => {
    const corrected = poke(writeMiniSeed([traceOf([1, 2])]), 40, 0, 0, 39, 16);
    expect(readMiniSeed(corrected, 'x')[0]!.starttime).toBe(START + 1_000_000_000n);
    expect(readMiniSeed(poke(corrected, 36, 2), 'x')[0]!.starttime).toBe(START);
  });

  it('goes on over a leap second within a record', () => {
    const before = traceOf(ramp(40), { starttime: fromCalendar(2016, 12, 31, 23, 59, 59) });
    const after = traceOf(ramp(40), { starttime: fromCalendar(2017, 1, 1) });
    const bytes = writeMiniSeed([before, after], { recordLength: 512 });
    expect(readMiniSeed(bytes, 'x')).toHaveLength(2);
    expect(readMiniSeed(poke(bytes, 36, 0x10), 'x')).toHaveLength(1);
  });

  it('takes the actual sampling rate of blockette 100', () => {
    const bytes = writeMiniSeed([traceOf([1, 2])], { encoding: 'int32' });
    poke(bytes, 56, 0, 100, 0, 0, ...new Uint8Array(new Float32Array([12.5]).buffer).reverse());
    expect(readMiniSeed(bytes, 'x')[0]!.delta).toBe(0.08);
  });

  it('passes over control headers, text records and padding', () => {
    const data = writeMiniSeed([traceOf([1, 2])], { recordLength: 512 });
    const control = new Uint8Array(4096).fill(0x41);
    control.set(new TextEncoder().encode('000001V 010009502.1121992,001~'));
    const text = poke(data.slice(), 52, 0);
    const file = Uint8Array.from([...control, ...text, ...data, ...new Uint8Array(100)]);
    expect(readMiniSeed(file, 'x').map((trace) => [...trace.data])).toEqual([[1, 2]]);
  });

  it('names the byte of a check value, an encoding, a length and a blockette that are wrong', () => {
    const fresh = () => writeMiniSeed([traceOf(ramp(900))], { recordLength: 512 });
    const message = (bytes: Uint8Array) => {
      try {
        readMiniSeed(bytes, 'day.mseed');
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(message(poke(fresh(), 512 + 72, 0, 0, 0, 0))).toMatch(
      /^day\.mseed, byte 584: the last sample should be 0 by/,
    );
    expect(message(poke(fresh(), 52, 16))).toMatch(/^day\.mseed, byte 0: the data encoding is 16/);
    expect(message(poke(fresh(), 54, 40))).toMatch(/^day\.mseed, byte 54: the record length is 2\^40/);
    expect(message(poke(fresh(), 48, 7, 7))).toMatch(/no blockette 1000/);
    expect(message(poke(fresh(), 30, 255, 255))).toMatch(/announces 65535 samples, but its 448 bytes hold 735 at most/);
    expect(message(poke(fresh(), 20, 0, 0))).toMatch(/byte 20: expected a year of 1900-2100/);
    expect(message(fresh().subarray(0, 700))).toMatch(
      /byte 512: the record has 512 bytes, but the file ends after 188/,
    );
  });
});

describe('crc32c', () => {
  it('gives the check value of the standard', () => {
    expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
  });
});
