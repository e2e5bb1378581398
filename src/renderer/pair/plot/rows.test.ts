import { expect, it } from 'vitest';
import { packRows } from './rows';

it('intervals that overlap go into rows, and share one only where there are no more', () => {
  const one = [0, 10] as const;
  expect(packRows([one, [11, 20], [21, 30]], 3)).toEqual([0, 0, 0]);
  expect(packRows([[5, 12], one, [11, 20]], 3)).toEqual([1, 0, 0]);
  expect(packRows([one, [1, 4], [2, 30], [3, 5]], 3)).toEqual([0, 1, 2, 1]);
  expect(packRows([], 3)).toEqual([]);
});
