import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortByKeys } from './sort';

function sorted(keys: number[], descending: boolean): number[] {
  const work = sortByKeys(
    Uint32Array.from(keys, (_, i) => i),
    Float64Array.from(keys),
    keys.length,
    descending,
  );
  let step = work.next();
  while (!step.done) step = work.next();
  return [...step.value];
}

it.each([false, true])(
  'sorts numbers of all kinds, equal ones in their order, none last; descending: %s',
  (descending) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }))), (keys) => {
        const sign = descending ? -1 : 1;
        const expected = keys
          .map((_, i) => i)
          .sort((a, b) => {
            const [x, y] = [keys[a], keys[b]];
            if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
            return x === y ? a - b : sign * (x < y ? -1 : 1);
          });
        expect(sorted(keys, descending)).toEqual(expected);
      }),
    );
  },
);

it('sorts a million numbers', () => {
  const keys = Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i * i));
  const order = sorted(keys, false);
  expect(order.every((item, i) => i === 0 || keys[order[i - 1]] <= keys[item])).toBe(true);
});
