import { describe, expect, it } from 'vitest';
import { brent } from './brent';

describe('brent', () => {
  it.each([
    ['a cubic', (x: number) => x ** 3 - 2, 0, 3, Math.cbrt(2)],
    ['a transcendental function', (x: number) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ['a falling function', (x: number) => 1 / x - 4, 0.01, 5, 0.25],
  ])('finds the root of %s', (_, f, a, b, root) => {
    expect(brent(f, a, b, f(a), f(b), 1e-13)).toBeCloseTo(root, 11);
  });

  it('takes an end that is a root, and stops at the tolerance', () => {
    let calls = 0;
    const f = (x: number) => (calls++, x - 1);
    expect(brent(f, 1, 2, 0, 1, 1e-9)).toBe(1);
    expect(Math.abs(brent((x) => x * x - 2, 0, 2, -2, 2, 0.1) - Math.SQRT2)).toBeLessThan(0.1);
    expect(calls).toBe(0);
  });
});
