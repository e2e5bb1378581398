import { describe, expect, it } from 'vitest';
import type { SectionTrace } from '@/core/model';
import type { Spacing } from './settings';
import { placeTraces } from './view';

const trace = (station: string, distanceKm: number | null, azimuthDeg: number | null): SectionTrace => {
  const decimated = { start: 0, step: 1, min: [0], max: [0] };
  return { station, distanceKm, azimuthDeg, timeOffset: 0, observed: decimated, synthetic: decimated, windows: [] };
};

describe('traces whose source or station has no place', () => {
  const traces = [trace('NZ.A', null, null), trace('NZ.B', 300, 10), trace('NZ.C', 100, 90), trace('NZ.D', null, null)];
  const names = (spacing: Spacing, velocity: number | null = null) =>
    placeTraces(traces, spacing, velocity).map(({ trace: { station }, at }) => `${station} ${at}`);

  it('stay out by distance, by azimuth, and with reduced times', () => {
    expect(names('distance')).toEqual(['NZ.C 100', 'NZ.B 300']);
    expect(names('azimuth')).toEqual(['NZ.B 10', 'NZ.C 90']);
    expect(names('even', 8)).toEqual(['NZ.C 0', 'NZ.B 1']);
  });

  it('come after the others where all are spaced evenly', () => {
    expect(names('even')).toEqual(['NZ.C 0', 'NZ.B 1', 'NZ.A 2', 'NZ.D 3']);
  });
});
