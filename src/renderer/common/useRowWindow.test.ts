import { expect, it } from 'vitest';
import { sightOf } from './useRowWindow';

const NOTHING = { first: 0, last: 0, slots: 1, rows: [] };
const range = (first: number, last: number) => Array.from({ length: last - first }, (_, i) => first + i);

it('draws what is in sight and some rows beyond, in order', () => {
  const sight = sightOf(NOTHING, 0, 10, 23);
  expect(sight).toEqual({ first: 0, last: 16, slots: 23, rows: range(0, 16) });
  expect(sightOf(sight, 0, 10, 23)).toBe(sight);
  expect(sightOf(sight, 8, 18, 23).rows).toEqual(range(2, 24));
});

it('draws no more than what is in sight after a jump, in the lines that are there, and the rest when it rests', () => {
  const before = sightOf(sightOf(NOTHING, 0, 10, 23), 8, 18, 23);
  const far = sightOf(before, 100, 110, 23);
  expect([far.first, far.last, far.rows.length]).toEqual([100, 110, before.rows.length]);
  expect(range(100, 110).every((row) => far.rows.includes(row))).toBe(true);
  const slots = (rows: readonly number[]) => rows.map((row) => row % 23);
  expect(slots(far.rows)).toEqual(slots(before.rows));
  expect(far.rows.filter((row) => row < 100)).toEqual(
    before.rows.filter((row) => !slots(range(100, 110)).includes(row % 23)),
  );
  expect(sightOf(far, 100, 110, 23).rows).toEqual(range(94, 116));
});

it('makes lines where a jump finds none in a slot', () => {
  const far = sightOf({ first: 0, last: 3, slots: 23, rows: [0, 1, 2] }, 50, 53, 23);
  expect([...far.rows].sort((a, b) => a - b)).toEqual([0, 1, 2, 50, 51, 52]);
});
