import { describe, expect, it } from 'vitest';
import { Rate } from './progress';

describe('Rate', () => {
  it('is unknown at first', () => {
    const rate = new Rate();
    expect(rate.perSecond).toBeNull();
    rate.mark(0, 0);
    expect(rate.secondsLeft(10)).toBeNull();
  });

  it('is pairs over time, and gives the time left', () => {
    const rate = new Rate();
    for (let t = 0; t <= 5000; t += 50) rate.mark(t, Math.floor(t / 100));
    expect(rate.perSecond).toBeCloseTo(10, 5);
    expect(rate.secondsLeft(50)).toBeCloseTo(5, 5);
  });

  it('follows a change of speed and forgets what is long ago', () => {
    const rate = new Rate(2);
    for (let t = 0; t <= 10_000; t += 100) rate.mark(t, t / 100);
    for (let t = 10_100; t <= 20_000; t += 100) rate.mark(t, 100 + (t - 10_000) / 1000);
    expect(rate.perSecond).toBeCloseTo(1, 1);
  });
});
