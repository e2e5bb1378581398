import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  demean,
  detrendSimple,
  gradient,
  maxima,
  minima,
  rotateNeToRt,
  simpson,
  staLta,
  taperEnds,
  taperWeights,
  type WindowTaperType,
} from '.';

const cubic = (t: number) => 1 + 2 * t - 3 * t ** 2 + 0.5 * t ** 3;
const sampled = (n: number, f: (t: number) => number, dx: number) => new Float64Array(n).map((_, i) => f(i * dx));

describe('integral', () => {
  it('is exact for a cubic with an odd number of samples, for a parabola with any', () => {
    const parabola = (t: number) => 4 - t + 2 * t ** 2;
    for (const n of [3, 5, 21, 1001]) {
      const end = (n - 1) * 0.1;
      const exact = end + end ** 2 - end ** 3 + 0.125 * end ** 4;
      expect((simpson(sampled(n, cubic, 0.1), 0.1) - exact) / end ** 4).toBeCloseTo(0, 12);
    }
    for (const n of [3, 4, 5, 6, 20, 21]) {
      const end = (n - 1) * 0.1;
      expect(simpson(sampled(n, parabola, 0.1), 0.1)).toBeCloseTo(4 * end - end ** 2 / 2 + (2 * end ** 3) / 3, 12);
    }
  });

  it('of an even number adds the last interval under the parabola of the last three samples', () => {
    const y = [1, 5, -2, 4];
    expect(simpson(y, 0.3)).toBeCloseTo(0.1 * (1 + 20 - 2) + 0.3 * ((5 / 12) * 4 - (2 / 3) * 2 - 5 / 12), 14);
    expect(simpson([2, 6], 0.5)).toBe(2);
    expect(simpson([2], 0.5)).toBe(0);
  });
});

describe('gradient', () => {
  it('is centred inside and one-sided at the ends', () => {
    expect(gradient(Float64Array.of(0, 1, 4, 9), 0.5)).toEqual(Float64Array.of(2, 4, 8, 10));
    expect(gradient(Float64Array.of(7), 1)).toEqual(Float64Array.of(0));
  });
});

describe('extrema', () => {
  it('of a flat run are its first sample, never the ends', () => {
    const x = [0, 1, 2, 2, 2, 1, 0, 0, 0, 1, 1, 2, 3, 3, 2, 2, 1, 0, -1, -1, 0, 5, 5, 5, 4, 3, 3, 4, 5, 4, 4, 4];
    expect(maxima(x)).toEqual([2, 12, 21, 28]);
    expect(minima(x)).toEqual([6, 18, 25]);
    expect(maxima([1, 1, 1])).toEqual([]);
    expect(minima([])).toEqual([]);
  });

  it('may hold the first sample of a flat start, as if it came from the last step', () => {
    expect(minima([0, 0, 1, 2, 1], 'wrapped')).toEqual([0]);
    expect(maxima([1, 1, 0, 1, 1], 'wrapped')).toEqual([0]);
    expect(minima([0, 0, 1, 2, 3], 'wrapped')).toEqual([]);
    expect(minima([0, 0, 1, 2, 1])).toEqual([]);
    expect(maxima([5, 5, 5], 'wrapped')).toEqual([]);
  });

  it('take turns', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 }), (x) => {
        const all = [...maxima(x).map((i) => ({ i, top: true })), ...minima(x).map((i) => ({ i, top: false }))];
        all.sort((a, b) => a.i - b.i);
        for (let k = 1; k < all.length; k++) expect(all[k].top).toBe(!all[k - 1].top);
      }),
    );
  });
});

describe('detrending', () => {
  it('subtracts the mean, or the line through both ends', () => {
    const x = Float64Array.of(1, 2, 6);
    demean(x);
    expect(x).toEqual(Float64Array.of(-2, -1, 3));
    const y = Float64Array.of(1, 7, 5);
    detrendSimple(y);
    expect(y).toEqual(Float64Array.of(0, 4, 0));
    const one = Float64Array.of(4);
    detrendSimple(one);
    expect(one).toEqual(Float64Array.of(0));
  });

  it('stays accurate for a long series with a large mean', () => {
    const x = new Float64Array(1_000_000).map((_, i) => 1e6 + (i % 2));
    demean(x);
    expect(x[0]).toBeCloseTo(-0.5, 9);
  });
});

describe('tapers', () => {
  it('of a trace rise over int(fraction n) samples', () => {
    const x = new Float64Array(40).fill(1);
    taperEnds(x, 0.1);
    [0, 0.146446609406726, 0.5, 0.853553390593274, 1].forEach((weight, i) => {
      expect(x[i]).toBeCloseTo(weight, 14);
      expect(x[39 - i]).toBeCloseTo(weight, 14);
    });
  });

  it('leave no plateau at a half', () => {
    const even = new Float64Array(6).fill(1);
    taperEnds(even, 0.5);
    expect(even[2]).toBe(even[3]);
    expect(even[2]).toBeLessThan(1);
    const odd = new Float64Array(7).fill(1);
    taperEnds(odd, 0.5, 'hamming');
    expect(odd[3]).toBe(1);
    expect(odd[0]).toBeCloseTo(0.08, 14);
  });

  it.each([
    // floor(20 x 0.3 / 2 + 0.5) = 3 samples at each end, at angles of pi i / 5.
    ['hann', [0, 0.5 - 0.5 * Math.cos(0.4 * Math.PI), 0.5 - 0.5 * Math.cos(0.8 * Math.PI)]],
    ['hamming', [0.08, 0.54 - 0.46 * Math.cos(0.4 * Math.PI), 0.54 - 0.46 * Math.cos(0.8 * Math.PI)]],
    ['cos', [0, Math.sin(0.2 * Math.PI), Math.sin(0.4 * Math.PI)]],
    ['cos_p10', [0, 1 - Math.cos(0.2 * Math.PI) ** 10, 1 - Math.cos(0.4 * Math.PI) ** 10]],
  ] as const)('of a window rise over half of its fraction: %s', (type, rise) => {
    const w = taperWeights(20, 0.3, type);
    rise.forEach((weight, i) => expect(w[i]).toBeCloseTo(weight, 14));
    expect(w.subarray(3, 17)).toEqual(new Float64Array(14).fill(1));
  });

  it('of a window are symmetric, within 0 and 1, and one in the middle', () => {
    const types: WindowTaperType[] = ['hann', 'hamming', 'cos', 'cos_p10'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...types),
        (n, fraction, type) => {
          const w = taperWeights(n, fraction, type);
          for (let i = 0; i < n; i++) {
            expect(w[i]).toBe(w[n - 1 - i]);
            expect(w[i]).toBeGreaterThanOrEqual(0);
            expect(w[i]).toBeLessThanOrEqual(1);
          }
          if (fraction < 0.9 && n > 10) expect(w[n >> 1]).toBe(1);
        },
      ),
    );
  });
});

describe('STA/LTA', () => {
  it('is the ratio of two decaying sums', () => {
    const [delta, minPeriod] = [0.5, 4];
    const x = new Float64Array(300).map((_, i) => Math.abs(Math.sin(i * i * 0.001)));
    const noise = Math.max(...x) / 1e5;
    const sum = (decay: number) => {
      let y = 0;
      return [...new Array<number>(1000).fill(0), ...x].map((value) => (y = value + noise + decay * y)).slice(1000);
    };
    const sta = sum(10 ** (-delta / minPeriod));
    const lta = sum(10 ** (-delta / (12 * minPeriod)));
    staLta(x, delta, minPeriod).forEach((ratio, i) => expect(ratio).toBeCloseTo(sta[i] / lta[i], 13));
  });

  it('of nothing is nothing', () => {
    expect(staLta(new Float64Array(5), 1, 10)).toEqual(new Float64Array(5));
    expect(staLta(new Float64Array(0), 1, 10)).toHaveLength(0);
  });

  it('is the constant where the long-term average is too small', () => {
    const weak = new Float64Array(50).fill(1e-13);
    expect(staLta(weak, 1, 10)).toEqual(new Float64Array(50).fill(1e-13 / 1e5));
  });
});

describe('rotation', () => {
  it('turns a wave that comes from the south to the north into radial motion', () => {
    const { radial, transverse } = rotateNeToRt(Float64Array.of(1), Float64Array.of(0), 180);
    expect(radial[0]).toBeCloseTo(1, 15);
    expect(transverse[0]).toBeCloseTo(0, 15);
    const west = rotateNeToRt(Float64Array.of(1), Float64Array.of(0), 270);
    // It travels east: south, to the right of that, is transverse.
    expect(west.radial[0]).toBeCloseTo(0, 15);
    expect(west.transverse[0]).toBeCloseTo(-1, 15);
  });

  it('keeps the energy', () => {
    const { radial, transverse } = rotateNeToRt(Float64Array.of(3, 1), Float64Array.of(-4, 2), 33);
    expect(radial[0] ** 2 + transverse[0] ** 2).toBeCloseTo(25, 12);
    expect(radial[1] ** 2 + transverse[1] ** 2).toBeCloseTo(5, 12);
  });
});
