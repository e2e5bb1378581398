import type { PairOutcome, WindowSummary } from '@/core/model';
import { PairRows } from '@/renderer/pairs/rows';
import { Analysis } from '@/renderer/results/analysis/analysis';
import { ResultColumns } from '@/renderer/results/store/columns';
import { ResultFeed } from '@/renderer/results/store/feed';

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

/** A store with its analysis, whose frames come by hand. */
export function resultBench() {
  const frames: (() => void)[] = [];
  let time = 0;
  const clock = { onFrame: (action: () => void) => void frames.push(action), now: () => (time += 0.01) };
  const rows = new PairRows();
  const columns = new ResultColumns();
  columns.setOrigins([{ id: 'a', time: ORIGIN }]);
  const analysis = new Analysis(columns, clock);
  new ResultFeed(rows, columns, { ...clock, changed: () => analysis.noteData() });
  const settle = () => {
    // Each frame is far enough from the last one for new results to be looked at.
    for (let i = 0; i < 10_000 && frames.length > 0; i++, time += 1000) frames.shift()!();
  };
  return { rows, columns, analysis, settle };
}
