import { describe, expect, it } from 'vitest';
import { fakeProject } from '../../../test/support/fakeProject';
import { histogramOf } from './histogram';
import { eventHistograms, pairHistograms } from './ranges';

function lastOf<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a histogram', () => {
  it('counts values in bins of equal width, the largest in the last', () => {
    expect(histogramOf([0, 1, 2, 2.5, 4], 2)).toEqual({ least: 0, most: 4, counts: Uint32Array.from([2, 3]) });
  });

  it('is none of one value', () => {
    expect(histogramOf([], 4)).toBeNull();
    expect(histogramOf([3, 3], 4)).toBeNull();
  });

  it('tells how events and pairs are spread', () => {
    const project = fakeProject('/p', 100, 100);
    project.events[0]!.magnitude = null;
    const sum = (counts: Uint32Array) => counts.reduce((all, number) => all + number, 0);
    expect(sum(eventHistograms(project.events).magnitude!.counts)).toBe(99);
    const { distanceKm, azimuthDeg } = lastOf(pairHistograms(project));
    expect(sum(distanceKm!.counts)).toBeGreaterThan(3000);
    expect(azimuthDeg).toMatchObject({ least: 0, most: 360 });
  });
});
