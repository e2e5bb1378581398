import { expect, it } from 'vitest';
import { momentMagnitude, momentOfMagnitude, scalarMoment } from './event';

it('gives the scalar moment of a tensor: that of a double couple is its one element', () => {
  const none = { mrr: 0, mtt: 0, mpp: 0, mrt: 0, mrp: 0, mtp: 0 };
  expect(scalarMoment({ ...none, mrt: 3e18 })).toBeCloseTo(3e18, -6);
  expect(scalarMoment({ ...none, mrr: 2, mtt: -2 })).toBeCloseTo(2, 12);
  expect(scalarMoment(none)).toBe(0);
});

it('turns moment into magnitude and back', () => {
  // The Global CMT catalogue: 5.31e22 N m of the 2011 Tohoku earthquake are Mw 9.1.
  expect(momentMagnitude(5.31e22)).toBeCloseTo(9.1, 1);
  for (const magnitude of [-1, 0, 4.8, 9.5])
    expect(momentMagnitude(momentOfMagnitude(magnitude))).toBeCloseTo(magnitude, 12);
});
