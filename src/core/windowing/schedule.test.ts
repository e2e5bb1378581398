import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedule, type Interval } from './schedule';

const interval = (left: number, right: number, weight: number): Interval => ({ left, right, weight });
const sum = (intervals: readonly Interval[]) => intervals.reduce((total, { weight }) => total + weight, 0);
const isFree = (intervals: readonly Interval[]) =>
  intervals.every((a, i) => intervals.every((b, j) => i === j || a.right <= b.left || b.right <= a.left));

/** The best sum of all subsets without overlaps. */
function bruteForce(intervals: Interval[]): number {
  let best = 0;
  for (let subset = 0; subset < 2 ** intervals.length; subset++) {
    const chosen = intervals.filter((_, i) => (subset >> i) & 1);
    if (isFree(chosen)) best = Math.max(best, sum(chosen));
  }
  return best;
}

const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 9 }))
    .map(([left, length, weight]) => interval(left, left + length, weight)),
  { maxLength: 10 },
);

describe('interval scheduling', () => {
  it('finds the best sum, as trying all sets does', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const chosen = schedule(given, 'corrected');
        expect(isFree(chosen)).toBe(true);
        expect(sum(chosen)).toBe(bruteForce(given));
        expect(chosen.map(({ right }) => right)).toEqual(chosen.map(({ right }) => right).sort((a, b) => a - b));
      }),
    );
  });

  it('lets one start where another ends', () => {
    expect(schedule([interval(0, 10, 5), interval(10, 20, 5)], 'pyatoa')).toHaveLength(2);
  });

  it('takes the first interval for weightless under the pyatoa convention only', () => {
    const given = [interval(0, 10, 5), interval(9, 20, 0.1)];
    expect(schedule(given, 'pyatoa')).toEqual([given[1]]);
    expect(schedule(given, 'corrected')).toEqual([given[0]]);
  });

  it('never chooses overlaps, and never beats the best sum, under the pyatoa convention', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const chosen = schedule(given, 'pyatoa');
        expect(isFree(chosen)).toBe(true);
        expect(sum(chosen)).toBeLessThanOrEqual(bruteForce(given));
      }),
    );
  });
});
