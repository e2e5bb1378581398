import { expect, it } from 'vitest';
import { placeByKey } from './listKeys';

it.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 5, 4],
  ['ArrowUp', -1, 0],
  ['PageDown', 90, 99],
  ['PageUp', 50, 35],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['Enter', 50, null],
])('%s leads from %i to %s of 100', (key, here, to) => {
  expect(placeByKey(key, here, 100)).toBe(to);
});

it('leads nowhere in an empty list', () => {
  expect(placeByKey('ArrowDown', -1, 0)).toBeNull();
});
