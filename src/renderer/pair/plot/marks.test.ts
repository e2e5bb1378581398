import { expect, it } from 'vitest';
import { areSameMarks, type WindowMark } from './marks';

it('tells windows that are drawn alike', () => {
  const measured = { cc: 0.9, shiftSeconds: 1, dlnA: 0, misfit: 0.5 };
  const mark: WindowMark = { left: 1, right: 9, measured, isStale: false, isByHand: false, isSelected: false };
  expect(areSameMarks([mark], [{ ...mark }])).toBe(true);
  expect(areSameMarks([mark], [mark, mark])).toBe(false);
  const others: Partial<WindowMark>[] = [
    ...[{ left: 2 }, { right: 8 }, { measured: null }, { isStale: true }, { isByHand: true }, { isSelected: true }],
  ];
  for (const other of others) expect(areSameMarks([mark], [{ ...mark, ...other }])).toBe(false);
});
