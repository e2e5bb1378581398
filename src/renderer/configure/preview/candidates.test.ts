import { expect, it } from 'vitest';
import { packCells } from '@/core/model';
import { drawPairs, findPairs, readyPairs, type PairLists } from './candidates';

const project = {
  events: [{ id: 'a' }, { id: 'b' }],
  stations: [{ code: 'NZ.X' }, { code: 'NZ.Y' }],
  availability: [
    [15, 1],
    [3, 7],
  ].map(packCells),
} as PairLists;
const all = () => readyPairs(project, new Set(['a', 'b']), new Set(['NZ.X', 'NZ.Y']));
const names = (pairs: Iterable<{ event: string; station: string }>) =>
  [...pairs].map(({ event, station }) => `${event} ${station}`);

it('gives selected pairs with both sides', () => {
  expect(names(all())).toEqual(['a NZ.X', 'b NZ.X', 'b NZ.Y']);
  expect(names(readyPairs(project, new Set(['b']), new Set(['NZ.Y'])))).toEqual(['b NZ.Y']);
});

it('finds pairs by words, no more than are wanted', () => {
  expect(names(findPairs(all(), 'b · nz.y', 9))).toEqual(['b NZ.Y']);
  expect(findPairs(all(), '', 2)).toHaveLength(2);
});

it('draws different pairs, all of them where there are not enough', () => {
  let seed = 0;
  const drawn = names(drawPairs(all(), 2, () => (seed = (seed + 0.37) % 1)));
  expect(new Set(drawn).size).toBe(2);
  expect(drawPairs(all(), 5, () => 0)).toHaveLength(3);
});
