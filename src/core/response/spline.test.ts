import { describe, expect, it } from 'vitest';
import { cubicSpline } from './spline';

describe('spline', () => {
  const x = [0, 1, 2.5, 4, 7, 7.5];

  it('gives back a cubic polynomial, inside and outside', () => {
    const cubic = (at: number) => 2 - at + 0.5 * at ** 2 - 0.1 * at ** 3;
    const spline = cubicSpline(x, x.map(cubic));
    for (const at of [-2, 0, 0.3, 1, 2, 3.9, 4, 6, 7.2, 7.5, 9]) expect(spline(at)).toBeCloseTo(cubic(at), 11);
  });

  it('passes through its points, with four of them too', () => {
    const y = [3, -1, 4, 1, -5, 9];
    for (const n of [4, 5, 6]) {
      const spline = cubicSpline(x.slice(0, n), y.slice(0, n));
      for (let i = 0; i < n; i++) expect(spline(x[i])).toBeCloseTo(y[i], 12);
    }
  });

  it('is the parabola, line or constant through three, two or one points', () => {
    expect(cubicSpline([0, 1, 3], [0, 1, 9])(2)).toBeCloseTo(4, 14);
    expect(cubicSpline([0, 2], [1, 5])(3)).toBeCloseTo(7, 14);
    expect(cubicSpline([1], [6])(3)).toBe(6);
  });
});
