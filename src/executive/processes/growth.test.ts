import { describe, expect, it } from 'vitest';
import { Growth, workersAtOnce } from './growth';

describe('workers at once', () => {
  it('leave one core to host and writer', () => {
    expect([1, 2, 8].map((cores) => workersAtOnce(4, cores))).toEqual([1, 1, 4]);
  });
});

describe('further workers', () => {
  const after = (times: number[], remaining: number, atOnce = 1) => {
    const growth = new Growth(atOnce, () => remaining);
    growth.began(0);
    for (const ms of times) growth.took(ms);
    return growth;
  };

  it('are not asked for before anything has begun', () => {
    expect(new Growth(1, () => 1e6).wanted(1, 1e9)).toBe(1);
  });

  it('are asked for where much is left to do, one after the other', () => {
    const growth = after([100, 20, 20, 20], 1000);
    expect(growth.wanted(0, 1)).toBe(1);
    expect(growth.wanted(1, 1)).toBe(2);
    expect(growth.wanted(1, 1)).toBe(2);
    expect(growth.wanted(2, 1)).toBe(3);
  });

  it('are not asked for where the rest is soon done, whatever the first job of a worker took', () => {
    expect(after([900, 20, 20, 20], 50).wanted(1, 1)).toBe(1);
    expect(after([900, 900, 900, 20, 20, 20], 50, 3).wanted(3, 1)).toBe(3);
  });

  it('pay less the more there are', () => {
    expect([1, 2, 3].map((there) => after([9, 9, 9, 20, 20, 20], 200, there).wanted(there, 1))).toEqual([2, 3, 3]);
  });

  it('are asked for where the first jobs take long', () => {
    expect(after([5000], 10).wanted(1, 500)).toBe(1);
    expect(after([5000], 10).wanted(1, 700)).toBe(2);
  });

  it('stay asked for when little is left', () => {
    let remaining = 1000;
    const growth = new Growth(1, () => remaining);
    growth.began(0);
    for (let i = 0; i < 5; i++) growth.took(20);
    expect(growth.wanted(1, 1)).toBe(2);
    remaining = 1;
    expect(growth.wanted(1, 1)).toBe(2);
  });
});
