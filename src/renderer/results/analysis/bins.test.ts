import { describe, expect, it } from 'vitest';
import { binOf, chooseBins, niceStep, rangeOf, type Spread } from './bins';

const spread = (min: number, max: number, more: Partial<Spread> = {}): Spread => ({
  count: 5000,
  min,
  max,
  low: min,
  high: max,
  ...more,
});

describe('bins', () => {
  it.each([
    [0.13, 0.2],
    [0.2, 0.2],
    [3, 5],
    [7, 10],
    [0.0001, 0.0001],
  ])('have round steps: %d to %d', (step, nice) => expect(niceStep(step)).toBe(nice));

  it('of signed measures are symmetric about zero and hold the extremes', () => {
    const bins = chooseBins(spread(-2.5, 1), 'signed', null)!;
    expect(bins.edges[0]).toBeLessThanOrEqual(-2.5);
    expect(bins.edges.at(-1)).toBeGreaterThan(2.5);
    expect([bins.openBelow, bins.openAbove]).toEqual([false, false]);
    expect(bins.edges).toContain(0);
  });

  it('begin at zero where that is near', () => {
    expect(chooseBins(spread(0.1, 4), 'positive', null)!.edges[0]).toBe(0);
    expect(chooseBins(spread(0.75, 0.999), 'free', null)!.edges[0]).toBeGreaterThan(0.7);
  });

  it('leave outliers to an open bin', () => {
    const bins = chooseBins(spread(0, 500, { high: 4 }), 'positive', null)!;
    expect(bins.openAbove).toBe(true);
    expect(bins.edges.at(-1)).toBeLessThan(5);
    expect(binOf(bins, 500)).toBe(bins.edges.length - 2);
    expect(rangeOf(bins, 3, bins.edges.length - 2)).toEqual([bins.edges[3], Infinity]);
  });

  it('count whole numbers one by one', () => {
    expect(chooseBins(spread(0, 9), 'whole', null)!.edges).toEqual(Float64Array.from({ length: 11 }, (_, i) => i));
  });

  it('hold a value at an edge in the bin above it, whatever the division says', () => {
    const bins = chooseBins(spread(-3, 3), 'signed', null)!;
    bins.edges.subarray(0, -1).forEach((edge, bin) => {
      expect(binOf(bins, edge)).toBe(bin);
      if (bin > 0) expect(binOf(bins, edge - 1e-12)).toBe(bin - 1);
    });
  });

  it('stay while results come, as long as they serve', () => {
    const bins = chooseBins(spread(-2.5, 1), 'signed', null);
    expect(chooseBins(spread(-2.55, 1.2), 'signed', bins)).toBe(bins);
    expect(chooseBins(spread(-26, 1.2), 'signed', bins)).not.toBe(bins);
    expect(chooseBins(spread(-0.2, 0.2), 'signed', bins)).not.toBe(bins);
  });

  it('are one where all values are the same, and none where there are none', () => {
    expect(chooseBins(spread(2, 2), 'free', null)!.edges.length).toBeGreaterThan(1);
    expect(binOf(chooseBins(spread(2, 2), 'free', null)!, 2)).toBe(0);
    expect(chooseBins(spread(0, 0, { count: 0 }), 'free', null)).toBeNull();
  });
});
