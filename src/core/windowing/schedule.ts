import type { Conventions } from '@/core/model';
import { firstAbove } from './search';

export interface Interval {
  left: number;
  right: number;
  weight: number;
}

/**
 * Weighted interval scheduling: the set without overlaps of largest total weight; an interval may start where another
 * ends.
 *
 * Under the `pyatoa` convention the table of best sums holds zero for the first interval, whatever its weight, so that
 * a worse set may win (docs/conventions.md).
 * @returns the chosen ones, by ascending end
 * @see Kleinberg & Tardos 2006, section 6.1
 */
export function schedule<T extends Interval>(intervals: readonly T[], conventions: Conventions): T[] {
  const sorted = [...intervals].sort((a, b) => a.right - b.right);
  const ends = sorted.map(({ right }) => right);
  // The last interval that ends where this one starts, or earlier; -1 for none.
  const before = sorted.map(({ left }, j) => Math.min(firstAbove(ends, left), j) - 1);
  const best: number[] = [];
  const bestUpTo = (j: number) => (j < 0 ? 0 : best[j]);
  for (let j = 0; j < sorted.length; j++) {
    const sum = sorted[j].weight + bestUpTo(before[j]);
    best.push(j === 0 && conventions === 'pyatoa' ? 0 : Math.max(sum, bestUpTo(j - 1)));
  }
  const chosen: T[] = [];
  for (let j = sorted.length - 1; j >= 0;) {
    if (sorted[j].weight + bestUpTo(before[j]) > bestUpTo(j - 1)) {
      chosen.push(sorted[j]);
      j = before[j];
    } else {
      j--;
    }
  }
  return chosen.reverse();
}
