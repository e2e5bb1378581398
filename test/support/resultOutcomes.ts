import type { PairOutcome, WindowSummary } from '@/core/model';

export const ORIGIN = '2018-02-18T07:43:48.000Z';

/** A window of samples at 0.5 s. */
export function windowOf(left: number, right: number, more: Partial<WindowSummary> = {}): WindowSummary {
  return { left, right, cc: 0.9, dt: 0, dlnA: 0, weight: 1, misfit: 0.5, ...more };
}

/** The outcome of a pair whose traces begin 10 s before the origin. */
export function outcomeOf(event: string, station: string, components: Record<string, WindowSummary[]>): PairOutcome {
  const all = Object.values(components).flat();
  return {
    event,
    station,
    status: 'ok',
    misfit: all.length === 0 ? null : all.reduce((sum, { misfit }) => sum + (misfit ?? 0), 0),
    nwin: all.length,
    components: Object.fromEntries(
      Object.entries(components).map(([letter, windows]) => [
        letter,
        {
          misfit: 1,
          nwin: windows.length,
          windows,
          trace: { channel: `${station}.10.HH${letter}`, starttime: '2018-02-18T07:43:38.000000000Z', delta: 0.5 },
        },
      ]),
    ),
    distanceKm: 100,
    azimuthDeg: 0,
    backazimuthDeg: 180,
    error: null,
    warnings: [],
    seconds: 0.1,
    timings: {},
  };
}
