import { describe, expect, it } from 'vitest';
import { arrivals } from './traveltimes';
import { travelTimeCurves } from './curves';

const first = (phase: string, distance: number) => arrivals('ak135', 33, distance, [phase])[0]?.time ?? null;

describe('travel time curves', () => {
  it('have the first arrival at each distance', () => {
    const distances = [1, 2, 5, 10, 20];
    const curves = travelTimeCurves('ak135', 33, distances, ['P', 'S']);
    expect(curves.map(({ phase }) => phase).sort()).toEqual(['P', 'S']);
    for (const { phase, points } of curves) {
      expect(points).toEqual(distances.filter((each) => first(phase, each) !== null).map((d) => [d, first(phase, d)]));
    }
  });

  it('end where a phase does not arrive any more', () => {
    const [near, ...others] = travelTimeCurves('ak135', 33, [85, 90, 95, 120, 130], ['P']);
    expect(others).toEqual([]);
    expect(near!.points.map(([distance]) => distance)).toEqual([85, 90, 95]);
  });

  it('are none for a single distance', () => {
    expect(travelTimeCurves('ak135', 33, [30])).toEqual([]);
  });
});
