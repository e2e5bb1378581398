import { evaluationPath, type Parameters } from '@/core/config';
import {
  addSeconds,
  comparePairs,
  formatTime,
  parseTime,
  type ComponentOutcome,
  type PairOutcome,
  type WindowSummary,
} from '@/core/model';
import type { Cell, Table } from './table';

type Evaluation = Pick<Parameters, 'iteration' | 'step_count'>;

const WINDOW_COLUMNS = [
  ...['event', 'iteration', 'step', 'network', 'station', 'location', 'channel', 'component', 'misfit', 'length_s'],
  ...['dlnA', 'window_weight', 'max_cc_value', 'relative_endtime', 'relative_starttime', 'cc_shift_in_seconds'],
  ...['absolute_starttime', 'absolute_endtime'],
];
const PAIR_COLUMNS = [
  ...['event', 'iteration', 'step', 'network', 'station', 'unscaled_misfit', 'nwin', 'misfit'],
  ...['distance_km', 'backazimuth'],
];

/** The table of windows that Pyatoa's Inspector makes of a dataset, under its column names: `misfit` is that of the
 *  component, relative times count from the first sample, s. */
export function inspectorWindows(outcomes: PairOutcome[], evaluation: Evaluation): Table {
  const rows = [...outcomes].sort(comparePairs).flatMap((outcome) =>
    Object.entries(outcome.components)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, component]) =>
        component.windows.map((window) => [
          ...[outcome.event, ...stepOf(evaluation), ...codesOf(component.trace.channel), name],
          ...windowCells(component, window),
        ]),
      ),
  );
  return { columns: WINDOW_COLUMNS, rows };
}

function windowCells(
  { misfit, trace }: ComponentOutcome,
  { left, right, cc, dt, dlnA, weight }: WindowSummary,
): Cell[] {
  const start = left * trace.delta;
  const end = right * trace.delta;
  const absolute = (seconds: number) => formatTime(addSeconds(parseTime(trace.starttime), seconds));
  return [misfit, (right - left) * trace.delta, dlnA, weight, cc, end, start, dt, absolute(start), absolute(end)];
}

/** The misfits of measured pairs as Inspector.misfit(level="station") has them: the sum over components, and the same per
 *  window; with the distance and backazimuth of its table of sources and receivers. */
export function inspectorPairs(outcomes: PairOutcome[], evaluation: Evaluation): Table {
  const rows = [...outcomes].sort(comparePairs).flatMap((outcome): Cell[][] => {
    const { event, station, misfit, nwin, distanceKm, backazimuthDeg } = outcome;
    if (misfit === null) return [];
    const scaled = nwin > 0 ? misfit / nwin : misfit;
    return [[event, ...stepOf(evaluation), ...codesOf(station), misfit, nwin, scaled, distanceKm, backazimuthDeg]];
  });
  return { columns: PAIR_COLUMNS, rows };
}

/** Iteration and step as datasets name them: i01 and s00, or default and nothing. */
function stepOf(evaluation: Evaluation): [string, string] {
  const [iteration = '', step = ''] = evaluationPath(evaluation).split('/');
  return [iteration, step];
}

function codesOf(code: string): string[] {
  return code.split('.');
}
