import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analytic, convolveSame, convolveStf, correlationPeak, dpss, envelope, resample } from '.';
import golden from './golden.json';

const input = () => new Float64Array(48).map((_, i) => Math.sin(i * i * 0.05) + 0.3 * Math.cos(i * 1.1) + 0.01 * i);
const series = (min: number, max: number) =>
  fc
    .array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: min, maxLength: max })
    .map((values) => Float64Array.from(values, (value) => value / 1_000_000));

function expectClose(got: ArrayLike<number>, expected: ArrayLike<number>, bound: number): void {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(got[i] - expected[i]), `sample ${i}`).toBeLessThan(bound);
  }
}

describe('resampling', () => {
  // By ObsPy 1.5.
  it.each(['0.3', '0.5', '0.7', '2.0'] as const)('to %s s', (interval) => {
    expectClose(resample(input(), 0.5, Number(interval)), golden.resample[interval], 1e-13);
  });

  it('keeps the mean, and the time of a slow pulse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 350 }),
        fc.double({ min: 0.3, max: 2.5, noNaN: true }),
        (half, newDelta) => {
          // Of an odd length, the window's highest value lies beside zero frequency and is below one.
          const n = 2 * half;
          const pulse = (t: number) => Math.exp(-(((t - 0.5 * n) / (0.06 * n)) ** 2));
          const x = new Float64Array(n).map((_, i) => pulse(i));
          const out = resample(x, 1, newDelta);
          const mean = (y: Float64Array) => y.reduce((a, b) => a + b, 0) / y.length;
          expect(mean(out)).toBeCloseTo(mean(x), 10);
          const peak = out.indexOf(Math.max(...out)) * newDelta;
          expect(Math.abs(peak - 0.5 * n)).toBeLessThan(1.5 * newDelta + 2);
        },
      ),
    );
  });

  it('gives one sample where not even one fits, and none of none', () => {
    expect(resample(Float64Array.of(1, 2), 1, 5)).toHaveLength(1);
    expect(resample(new Float64Array(0), 1, 5)).toHaveLength(0);
  });
});

describe('envelope', () => {
  it('agrees with scipy', () => expectClose(envelope(input()), golden.envelope, 1e-13));

  it.each([400, 401])('of a wave packet of %i samples is its amplitude', (n) => {
    const amplitude = (i: number) => Math.exp(-(((i - 200) / 40) ** 2));
    const x = new Float64Array(n).map((_, i) => amplitude(i) * Math.cos(0.9 * i));
    expectClose(
      envelope(x),
      new Float64Array(n).map((_, i) => amplitude(i)),
      1e-5,
    );
    const { re, im } = analytic(x);
    expectClose(re, x, 1e-15);
    expectClose(
      im,
      new Float64Array(n).map((_, i) => amplitude(i) * Math.sin(0.9 * i)),
      1e-5,
    );
  });
});

describe('correlation', () => {
  /** The definition, over all lags, of equal values the first. */
  function bruteForce(d: Float64Array, s: Float64Array): { shift: number; value: number } {
    let best = { shift: 0, value: -Infinity };
    for (let shift = 1 - s.length; shift < d.length; shift++) {
      let value = 0;
      for (let i = 0; i < s.length; i++) value += (d[i + shift] ?? 0) * s[i];
      if (value > best.value) best = { shift, value };
    }
    return best;
  }

  it('finds the lag and the value that all direct sums have', () => {
    fc.assert(
      fc.property(series(1, 60), series(1, 60), (d, s) => {
        const expected = bruteForce(d, s);
        const got = correlationPeak(d, s);
        expect(got.shift).toBe(expected.shift);
        expect(got.value).toBeCloseTo(expected.value, 13);
      }),
    );
  });

  it('leaves no lag out that may be the one, of whatever is alike, whatever is guessed', () => {
    const length = fc.integer({ min: 1, max: 150 });
    const lag = fc.integer({ min: -40, max: 40 });
    const width = fc.double({ min: 0.5, max: 60, noNaN: true });
    fc.assert(
      fc.property(length, length, lag, width, series(300, 300), lag, (n, m, late, wide, noise, guess) => {
        const packet = (i: number) => Math.exp(-(((i - 60) / wide) ** 2)) * Math.cos(0.3 * i);
        const d = new Float64Array(n).map((_, i) => packet(i - late) + 0.2 * noise[i]);
        const s = new Float64Array(m).map((_, i) => packet(i) + 0.2 * noise[299 - i]);
        const expected = bruteForce(d, s);
        expect(correlationPeak(d, s)).toEqual(correlationPeak(d, s, guess));
        expect(correlationPeak(d, s, guess).shift).toBe(expected.shift);
      }),
      { numRuns: 500 },
    );
  });

  it('takes the earliest of equal maxima, in whole numbers', () => {
    const small = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(small, small, fc.integer({ min: -24, max: 24 }), (a, b, guess) => {
        const [d, s] = [Float64Array.from(a), Float64Array.from(b)];
        expect(correlationPeak(d, s, guess)).toMatchObject(bruteForce(d, s));
      }),
      { numRuns: 300 },
    );
  });

  it('has a positive lag where the data are late, and a coefficient of one where they are the same', () => {
    const pulse = (at: number) => new Float64Array(200).map((_, i) => Math.exp(-(((i - at) / 6) ** 2)));
    const { shift, coefficient } = correlationPeak(pulse(110), pulse(100));
    expect(shift).toBe(10);
    expect(coefficient).toBeCloseTo(1, 12);
    expect(correlationPeak(pulse(90), pulse(100)).shift).toBe(-10);
    expect(correlationPeak(new Float64Array(5), pulse(3)).coefficient).toBeNaN();
  });
});

describe('convolution', () => {
  it('is the middle of the full one, as long as the longer series', () => {
    fc.assert(
      fc.property(series(1, 90), series(1, 90), (a, b) => {
        const full = new Float64Array(a.length + b.length - 1);
        a.forEach((u, i) => b.forEach((v, j) => (full[i + j] += u * v)));
        const first = (Math.min(a.length, b.length) - 1) >> 1;
        const expected = full.slice(first, first + Math.max(a.length, b.length));
        expectClose(convolveSame(a, b), expected, 1e-13);
      }),
    );
  });

  it('with a source time function keeps the area, and rounds the half duration to whole samples', () => {
    const spike = () => new Float64Array(101).map((_, i) => (i === 50 ? 1 : 0));
    const nonzero = (h: number) => convolveStf(spike(), 0.1, h).filter((v) => v > 1e-9).length;
    // By Pyatoa 0.4.2: halves to even, up to a multiple of the sampling interval.
    expect([1.25, 1.35, 0.15].map(nonzero)).toEqual([24, 28, 4]);
    const out = convolveStf(spike(), 0.1, 1.25);
    expect(out.reduce((a, b) => a + b, 0)).toBeCloseTo(0.9999999760680789, 12);
    expect(Math.max(...out)).toBeCloseTo(0.18806319451595877, 12);
    expect(convolveStf(spike(), 0.1, 0.05)).toEqual(spike());
    expect(convolveStf(spike(), 0.1, 30)).toHaveLength(101);
  });
});

describe('Slepian tapers', () => {
  it('agree with scipy', () => {
    const { tapers, eigenvalues } = dpss(24, 2.5, 4);
    golden.dpss.tapers.forEach((taper, k) => expectClose(tapers[k], taper, 1e-12));
    expectClose(eigenvalues, golden.dpss.eigenvalues, 1e-13);
    const long = dpss(600, 4, 5);
    golden.dpssLong.every50th.forEach((values, k) => {
      expectClose(
        values.map((_, i) => long.tapers[k][50 * i]),
        values,
        1e-11,
      );
    });
    expectClose(long.eigenvalues, golden.dpssLong.eigenvalues, 1e-13);
  });

  it.each([1, 2, 5, 64, 513, 514, 4001])('of length %i are orthonormal', (n) => {
    const { tapers } = dpss(n, 2.5, 5);
    expect(tapers).toHaveLength(Math.min(5, n));
    tapers.forEach((a, i) =>
      tapers.forEach((b, j) => {
        const product = a.reduce((sum, value, l) => sum + value * b[l], 0);
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-9);
      }),
    );
  });
});
