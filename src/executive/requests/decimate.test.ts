import { describe, expect, it } from 'vitest';
import { decimate } from './decimate';

describe('decimating', () => {
  it('keeps every peak', () => {
    const data = Float64Array.from({ length: 10_001 }, (_, i) => Math.sin(i / 7));
    data[5003] = 40;
    data[5004] = -30;
    const { min, max, step } = decimate(data, 0.5, 300);
    expect(max.length).toBeLessThanOrEqual(300);
    expect(Math.max(...max)).toBe(40);
    expect(Math.min(...min)).toBe(-30);
    expect(step).toBe(17);
    expect(max.findIndex((value) => value === 40)).toBe(Math.floor(5003 / 34));
  });

  it('leaves few samples as they are', () => {
    expect(decimate(Float64Array.of(1, -2, 3), 0.25, 100)).toEqual({
      start: 0,
      step: 0.25,
      min: [1, -2, 3],
      max: [1, -2, 3],
    });
  });

  it('makes nothing of nothing', () => {
    expect(decimate(new Float64Array(0), 1, 100)).toEqual({ start: 0, step: 1, min: [], max: [] });
  });
});
