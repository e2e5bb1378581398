import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BandError, bandpass, butterworth, sosFilter, sosFiltFilt, type FilterKind } from '.';
import golden from './golden.json';

const DELTA = 0.5;
const input = () => new Float64Array(48).map((_, i) => Math.sin(i * i * 0.05) + 0.3 * Math.cos(i * 1.1) + 0.01 * i);

/** Modulus of the response of second-order sections at a frequency in Hz. */
function amplification(sos: Float64Array, frequency: number, samplingRate: number): number {
  const angle = (-2 * Math.PI * frequency) / samplingRate;
  let size = 1;
  for (let at = 0; at < sos.length; at += 6) {
    const modulus = (a: number, b: number, c: number) =>
      Math.hypot(a + b * Math.cos(angle) + c * Math.cos(2 * angle), b * Math.sin(angle) + c * Math.sin(2 * angle));
    size *= modulus(sos[at], sos[at + 1], sos[at + 2]) / modulus(sos[at + 3], sos[at + 4], sos[at + 5]);
  }
  return size;
}

function expectClose(got: Float64Array, expected: number[], bound: number): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(Math.abs(got[i] - value), `sample ${i}`).toBeLessThan(bound));
}

describe('band-pass', () => {
  // Expected samples by ObsPy 1.5.
  it.each([
    ['bandpass zerophase', 2.5, 10, 2, true],
    ['bandpass 4 corners forward', 2.5, 10, 4, false],
    ['bandpass 3 corners', 1 / 0.9, 20, 3, true],
    ['lowpass', 1 / 0.3, null, 3, true],
    ['highpass', null, 5, 1, true],
    ['above Nyquist', 1 / 1.2, 5, 2, true],
  ] as const)('%s', (name, minPeriod, maxPeriod, corners, zerophase) => {
    const x = input();
    const { warning } = bandpass(x, DELTA, { minPeriod, maxPeriod, corners, zerophase });
    expectClose(x, golden.filters[name], 1e-12);
    expect(warning !== null).toBe(name === 'above Nyquist');
  });

  it('without periods leaves the data alone', () => {
    const x = input();
    bandpass(x, DELTA, { minPeriod: null, maxPeriod: null, corners: 2, zerophase: true });
    expect(x).toEqual(input());
  });

  it('refuses corners that the sampling rate cannot hold', () => {
    const band = { corners: 2, zerophase: true };
    const run = (minPeriod: number | null, maxPeriod: number | null) => () =>
      bandpass(input(), DELTA, { ...band, minPeriod, maxPeriod });
    expect(run(0.9, null)).toThrow(/Nyquist frequency of 1 Hz/);
    expect(run(null, 1)).toThrow(BandError);
    expect(run(0.5, 0.8)).toThrow(BandError);
    expect(run(10, 5)).toThrow(/lower corner must be below/);
    expect(() => butterworth('lowpass', 0, [0.1], 2)).toThrow(/corners/);
    expect(() => butterworth('lowpass', 2, [NaN], 2)).toThrow(BandError);
  });
});

describe('Butterworth design', () => {
  // Expected sections by scipy 1.10.
  it.each([
    ['bandpass 5 wide', 'bandpass', 5, [0.01, 0.95]],
    ['bandpass 1', 'bandpass', 1, [0.2, 0.3]],
    ['bandpass 10', 'bandpass', 10, [0.1, 0.4]],
    ['highpass 5', 'highpass', 5, [0.9]],
    ['lowpass 7', 'lowpass', 7, [0.01]],
    ['lowpass 1', 'lowpass', 1, [0.5]],
  ] as const)('%s', (name, kind, corners, frequencies) => {
    expectClose(butterworth(kind, corners, [...frequencies], 2), golden.sections[name], 1e-12);
  });

  it('passes half the power at its corners', () => {
    const kinds: FilterKind[] = ['bandpass', 'highpass', 'lowpass'];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0.005, max: 0.4, noNaN: true }),
        fc.double({ min: 1.5, max: 2.2, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (kind, corners, low, ratio, samplingRate) => {
          const frequencies = (kind === 'bandpass' ? [low, low * ratio] : [low]).map((f) => 0.5 * f * samplingRate);
          const sos = butterworth(kind, corners, frequencies, samplingRate);
          for (const corner of frequencies) {
            expect(amplification(sos, corner, samplingRate)).toBeCloseTo(Math.SQRT1_2, 5);
          }
        },
      ),
    );
  });
});

describe('sections', () => {
  const sos = butterworth('bandpass', 3, [0.1, 0.4], 2);

  it('act as the difference equation says, one section after the other', () => {
    const x = input();
    const expected = Array.from(x);
    for (let at = 0; at < sos.length; at += 6) {
      const [b0, b1, b2, , a1, a2] = sos.subarray(at, at + 6);
      const u = [0, 0, ...expected];
      const y = [0, 0];
      for (let i = 2; i < u.length; i++) {
        y.push(b0 * u[i] + b1 * u[i - 1] + b2 * u[i - 2] - a1 * y[i - 1] - a2 * y[i - 2]);
      }
      expected.splice(0, expected.length, ...y.slice(2));
    }
    sosFilter(sos, x);
    expectClose(x, expected, 1e-13);
  });

  it('forward and backward is the same as reversed by hand', () => {
    const x = input();
    sosFiltFilt(sos, x);
    const y = input();
    sosFilter(sos, y);
    y.reverse();
    sosFilter(sos, y);
    expect(x).toEqual(y.reverse());
  });

  it.each([1, 2, 3])('filter a series of %i samples, as the beginning of a longer one', (n) => {
    const short = input().slice(0, n);
    const long = input();
    sosFilter(sos, short);
    sosFilter(sos, long);
    expect(short).toEqual(long.slice(0, n));
  });

  it('spread a sample that is no number over all that follow', () => {
    const x = input();
    x[10] = NaN;
    sosFilter(sos, x);
    expect([x.subarray(0, 10).every(Number.isFinite), x.subarray(10).every(Number.isNaN)]).toEqual([true, true]);
  });
});
