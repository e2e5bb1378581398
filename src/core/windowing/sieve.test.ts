import { expect, it } from 'vitest';
import type { RejectedWindows } from '@/core/model';
import { sieve } from './sieve';

const CANDIDATES = [
  { left: 100, right: 500, center: 200 },
  { left: 100, right: 500, center: 400 },
  { left: 300, right: 500, center: 350 },
];
const only400 = ({ center }: { center: number }) => center === 400;

it('under the pyatoa convention keeps a failing candidate whose bounds another centre passes with', () => {
  const rejected: RejectedWindows = {};
  expect(sieve(CANDIDATES, only400, 'prominence', rejected, 'pyatoa')).toEqual(CANDIDATES.slice(0, 2));
  expect(rejected).toEqual({ prominence: [[300, 500, 350]] });
});

it('under the corrected convention drops every candidate that fails', () => {
  const rejected: RejectedWindows = {};
  expect(sieve(CANDIDATES, only400, 'prominence', rejected, 'corrected')).toEqual([CANDIDATES[1]]);
  expect(rejected).toEqual({
    prominence: [
      [100, 500, 200],
      [300, 500, 350],
    ],
  });
});

it('lists what a second test rejects in the place of what the first did, or after it', () => {
  const twice = (conventions: 'pyatoa' | 'corrected') => {
    const rejected: RejectedWindows = {};
    const left = sieve(CANDIDATES, ({ left: at }) => at !== 300, 'min_length', rejected, conventions);
    sieve(left, () => true, 'min_length', rejected, conventions);
    expect(rejected.min_length).toEqual([[300, 500, 350]]);
    sieve(left, () => false, 'min_length', rejected, conventions);
    return rejected.min_length?.map(([, , center]) => center);
  };
  expect(twice('pyatoa')).toEqual([200, 400]);
  expect(twice('corrected')).toEqual([350, 200, 400]);
});

it('files nothing where nothing is rejected', () => {
  const rejected: RejectedWindows = {};
  expect(sieve(CANDIDATES, () => true, 'cc', rejected, 'pyatoa')).toBe(CANDIDATES);
  expect(rejected).toEqual({});
});
