import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noise } from '../../../../test/support/random';
import { fft, ifft } from './complex';
import { nextFastLength, radicesOf } from './factors';
import { irfft, rfft } from './real';

function direct(re: Float64Array, im: Float64Array): { re: Float64Array; im: Float64Array } {
  const n = re.length;
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) {
      const angle = (-2 * Math.PI * ((j * k) % n)) / n;
      out.re[k] += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
      out.im[k] += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
    }
  }
  return out;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
  return largest;
}

describe('Fourier transform', () => {
  it.each([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 25, 29, 49, 60, 77, 97, 101, 121, 128, 210, 257, 343, 509, 1000, 1009,
  ])('agrees with the definition for length %i', (n) => {
    const re = noise(n, n);
    const im = noise(n, n + 7);
    const expected = direct(re, im);
    fft(re, im);
    expect(largestDifference(re, expected.re)).toBeLessThan(2e-12 * Math.sqrt(n));
    expect(largestDifference(im, expected.im)).toBeLessThan(2e-12 * Math.sqrt(n));
  });

  it('agrees with the definition for every length, real input, cut or padded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), fc.nat(), (length, n, seed) => {
        const x = noise(length, seed);
        const re = new Float64Array(n);
        re.set(x.subarray(0, n));
        const expected = direct(re, new Float64Array(n));
        const got = rfft(x, n);
        const bins = Math.floor(n / 2) + 1;
        expect(largestDifference(got.re, expected.re.subarray(0, bins))).toBeLessThan(1e-11);
        expect(largestDifference(got.im, expected.im.subarray(0, bins))).toBeLessThan(1e-11);
      }),
      { numRuns: 60 },
    );
  });

  it('returns to where it started, at any length up to several thousand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, seed) => {
        const x = noise(n, seed);
        expect(largestDifference(irfft(rfft(x), n), x)).toBeLessThan(1e-13);
        const re = x.slice();
        const im = noise(n, seed + 1);
        const before = im.slice();
        fft(re, im);
        ifft(re, im);
        expect(largestDifference(re, x)).toBeLessThan(1e-13);
        expect(largestDifference(im, before)).toBeLessThan(1e-13);
      }),
      { numRuns: 60 },
    );
  });

  it.each([29989, 20011, 46340, 37001])('keeps its accuracy at the awkward length %i', (n) => {
    const x = noise(n, n);
    expect(largestDifference(irfft(rfft(x), n), x)).toBeLessThan(1e-13);
    const line = new Float64Array(n).map((_, i) => Math.cos((2 * Math.PI * ((i * 17) % n)) / n));
    const { re, im } = rfft(line);
    expect(re[17]).toBeCloseTo(n / 2, 8);
    expect(Math.max(...re.map((v, k) => (k === 17 ? 0 : Math.abs(v))))).toBeLessThan(1e-8);
    expect(Math.max(...im.map(Math.abs))).toBeLessThan(1e-8);
  });

  it('takes an empty series', () => {
    expect(rfft(new Float64Array(0)).re).toHaveLength(0);
    expect(irfft({ re: new Float64Array(0), im: new Float64Array(0) }, 0)).toHaveLength(0);
  });

  it('ignores the imaginary parts that a real series cannot have, and pads a short spectrum', () => {
    const even = irfft({ re: Float64Array.of(1, 0, 1), im: Float64Array.of(5, 0, 7) }, 4);
    expect(largestDifference(even, [0.5, 0, 0.5, 0])).toBeLessThan(1e-15);
    const short = irfft({ re: Float64Array.of(8), im: Float64Array.of(0) }, 8);
    expect(largestDifference(short, new Float64Array(8).fill(1))).toBeLessThan(1e-15);
  });
});

describe('lengths', () => {
  it('finds the next length with factors 2, 3 and 5', () => {
    expect([1, 7, 11, 13, 17, 121, 1025, 10001, 59977].map(nextFastLength)).toEqual([
      1, 8, 12, 15, 18, 125, 1080, 10125, 60000,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20000 }), (n) => {
        let expected = n;
        while (Math.max(1, ...radicesOf(expected)) > 5) expected++;
        expect(nextFastLength(n)).toBe(expected);
      }),
    );
  });

  it('splits a length into its radices', () => {
    expect(radicesOf(20000)).toEqual([4, 4, 2, 5, 5, 5, 5]);
    expect(radicesOf(2 * 7 * 7 * 101)).toEqual([2, 7, 7, 101]);
    expect(radicesOf(1)).toEqual([]);
  });
});
