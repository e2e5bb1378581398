import { describe, expect, it } from 'vitest';
import { isFinite } from './check';

describe('isFinite', () => {
  it('finds a value that is not finite wherever it stands', () => {
    for (let length = 0; length < 10; length++) {
      const values = Float64Array.from({ length }, (_, i) => (i % 2 === 0 ? Number.MAX_VALUE : -Number.MIN_VALUE));
      expect(isFinite(values)).toBe(true);
      for (let i = 0; i < length; i++) {
        for (const value of [NaN, Infinity, -Infinity]) expect(isFinite(values.with(i, value))).toBe(false);
      }
    }
  });
});
