import { describe, expect, it } from 'vitest';
import { defaultParameters, type WindowParameters } from '@/core/config';
import { makeCandidates } from './candidates';
import { curtail } from './curtail';
import { removeDuplicates } from './duplicates';
import { minimumLengthTest } from './minimumLength';
import { phaseSeparationTest } from './phaseSeparation';
import { prominenceTest } from './prominence';
import type { Candidate, Setting } from './types';
import { waterLevelTest } from './waterLevel';

/** STA/LTA as straight lines between the given points, 1,000 samples of 0.1 s, Tmin 3 s. */
function setting(points: [sample: number, value: number][], changes: Partial<WindowParameters> = {}): Setting {
  const stalta = new Float64Array(1000);
  for (let k = 1; k < points.length; k++) {
    const [[from, a], [to, b]] = [points[k - 1], points[k]];
    for (let i = from; i <= Math.min(to, 999); i++) stalta[i] = a + ((b - a) * (i - from)) / (to - from);
  }
  const inner = points.slice(1, -1);
  const at = (k: number) => inner[k][0];
  const isPeak = (k: number) => inner[k][1] > points[k][1];
  return {
    parameters: { ...defaultParameters().pyflex_parameters, ...changes },
    conventions: 'pyatoa',
    minPeriod: 3,
    delta: 0.1,
    stalta,
    extrema: {
      peaks: inner.flatMap((_, k) => (isPeak(k) ? [at(k)] : [])),
      troughs: inner.flatMap((_, k) => (isPeak(k) ? [] : [at(k)])),
    },
  };
}

const window = (left: number, right: number, center: number): Candidate => ({ left, right, center });

/** Peaks of 1 at 200 and of 2 at 400; troughs of 0 at 100, 0.25 at 300 and 0.5 at 500. */
const TWO_PEAKS: [number, number][] = [
  [0, 0.5],
  [100, 0],
  [200, 1],
  [300, 0.25],
  [400, 2],
  [500, 0.5],
  [1000, 1],
];

describe('candidates', () => {
  it('are every trough left with every trough right of each peak above the water level', () => {
    const { list, total } = makeCandidates(setting(TWO_PEAKS));
    expect(list.map(Object.values)).toEqual([
      [100, 300, 200],
      [100, 500, 200],
      [100, 500, 400],
      [300, 500, 400],
    ]);
    expect(total).toBe(4);
  });

  it('need a peak above the level, not at it', () => {
    expect(makeCandidates(setting(TWO_PEAKS, { stalta_waterlevel: 1 })).list.map(Object.values)).toEqual([
      [100, 500, 400],
      [300, 500, 400],
    ]);
  });

  it('are counted and not listed where they are many and cross the water level', () => {
    const s = setting(TWO_PEAKS, { stalta_waterlevel: 0.3 });
    const { list, total, unlisted } = makeCandidates(s, 3);
    expect(list.map(Object.values)).toEqual([
      [100, 300, 200],
      [300, 500, 400],
    ]);
    expect({ total, unlisted }).toEqual({ total: 4, unlisted: 2 });
    expect(makeCandidates(s).list.filter(waterLevelTest(s))).toEqual(list);
  });

  it('too many for memory are an error that says what to do', () => {
    const dense: [number, number][] = Array.from({ length: 1001 }, (_, i) => [i, i % 2 === 0 ? 0.5 : 1]);
    expect(() => makeCandidates(setting(dense))).toThrow(/500 maxima .* too many/);
  });
});

describe('minimum length', () => {
  it('keeps windows of exactly c_1 minimum periods', () => {
    const test = minimumLengthTest(setting(TWO_PEAKS, { c_1: 1.5 }));
    expect([44, 45, 46].map((length) => test(window(100, 100 + length, 120)))).toEqual([false, true, true]);
  });
});

describe('water level', () => {
  it('rejects an internal trough at the level, and does not look at the ends', () => {
    const at = (level: number, candidate: Candidate) =>
      waterLevelTest(setting(TWO_PEAKS, { stalta_waterlevel: level }))(candidate);
    expect(at(0.25, window(100, 500, 200))).toBe(false);
    expect(at(0.2499, window(100, 500, 200))).toBe(true);
    expect(at(0.25, window(300, 500, 400))).toBe(true);
  });

  it('is c_0 times the level at the centre', () => {
    const level = Array.from({ length: 1000 }, (_, i) => (i === 200 ? 0.3 : 0.1));
    const test = waterLevelTest(setting(TWO_PEAKS, { stalta_waterlevel: level }));
    expect(test(window(100, 500, 200))).toBe(false);
    expect(test(window(100, 500, 400))).toBe(true);
    const doubled = waterLevelTest(setting(TWO_PEAKS, { stalta_waterlevel: level, c_0: 2.5 }));
    expect(doubled(window(100, 500, 400))).toBe(false);
  });
});

describe('prominence', () => {
  it('compares the centre with the higher of the troughs beside it', () => {
    const at = (c_2: number) => prominenceTest(setting(TWO_PEAKS, { c_2 }))(window(100, 500, 200));
    expect([0, 0.75, 0.7501].map(at)).toEqual([true, true, false]);
  });
});

describe('phase separation', () => {
  it('lets another peak be c_3a times as high above the lowest trough', () => {
    const at = (c_3a: number) => phaseSeparationTest(setting(TWO_PEAKS, { c_3a, c_3b: 20 }))(window(100, 500, 200));
    expect([1.9999, 2].map(at)).toEqual([false, true]);
  });

  it('lets it be less the further away it is, beyond c_3b', () => {
    const distance = 200 * (0.1 / 3);
    const factor = Math.exp(-(((distance - 2.5) / 2.5) ** 2));
    const at = (c_3a: number) => phaseSeparationTest(setting(TWO_PEAKS, { c_3a }))(window(100, 500, 200));
    expect([1.999 / factor, 2.001 / factor].map(at)).toEqual([false, true]);
  });

  it('counts a peak on the window end, and keeps windows of one peak', () => {
    const test = phaseSeparationTest(setting(TWO_PEAKS, { c_3a: 0.5, c_3b: 20 }));
    expect([window(100, 400, 200), window(100, 399, 200)].map(test)).toEqual([false, true]);
  });
});

describe('curtailing', () => {
  const s = (c: number) => setting(TWO_PEAKS, { c_4a: c, c_4b: c });
  const cut = (candidate: Candidate, c: number) => Object.values(curtail([candidate], s(c))[0]);

  it('cuts beyond c_4a and c_4b, to whole samples towards the left', () => {
    expect(cut(window(100, 500, 300), 1)).toEqual([170, 430, 300]);
    expect(cut(window(100, 500, 300), 1.01)).toEqual([169, 430, 300]);
    expect(cut(window(180, 420, 300), 1)).toEqual([180, 420, 300]);
  });

  it('leaves windows with fewer than two peaks beside the centre', () => {
    expect(cut(window(100, 500, 200), 1)).toEqual([100, 500, 200]);
    expect(cut(window(300, 500, 350), 1)).toEqual([300, 500, 350]);
  });
});

describe('duplicates', () => {
  it('become one with its centre in the middle, by ascending left bound', () => {
    const unique = removeDuplicates([
      window(300, 500, 400),
      window(100, 500, 200),
      window(100, 305, 200),
      window(100, 500, 400),
    ]);
    expect(unique.map(Object.values)).toEqual([
      [100, 500, 300],
      [100, 305, 202],
      [300, 500, 400],
    ]);
  });
});
