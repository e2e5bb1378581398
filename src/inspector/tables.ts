import { comparePairs, type PairOutcome } from '@/core/model';
import type { Cell, Table } from './table';

/** One row a pair, sorted by event and station. Says nothing of the clock, so that equal runs give equal tables.
 *  @param components those measured, in the order of their columns */
export function misfitTable(outcomes: PairOutcome[], components: string[]): Table {
  const columns = [
    ...['event', 'station', 'status', 'misfit', 'windows'],
    ...components.flatMap((component) => [`misfit_${component}`, `windows_${component}`]),
    ...['distance_km', 'azimuth_deg', 'error'],
  ];
  const rows = [...outcomes].sort(comparePairs).map((outcome): Cell[] => [
    outcome.event,
    outcome.station,
    outcome.status,
    outcome.misfit,
    outcome.nwin,
    ...components.flatMap((name) => {
      const component = outcome.components[name];
      return [component?.misfit ?? null, component?.nwin ?? 0];
    }),
    outcome.distanceKm,
    outcome.azimuthDeg,
    outcome.error?.code ?? null,
  ]);
  return { columns, rows };
}

/** One row a window, sorted by event, station, component and left bound. Bounds in samples, `dt` in s. */
export function windowTable(outcomes: PairOutcome[]): Table {
  const columns = ['event', 'station', 'component', 'window', 'left', 'right', 'cc', 'dt', 'dlnA'];
  const rows = [...outcomes].sort(comparePairs).flatMap((outcome) =>
    Object.keys(outcome.components)
      .sort()
      .flatMap((component) => windowRows(outcome, component)),
  );
  return { columns, rows };
}

function windowRows({ event, station, components }: PairOutcome, component: string): Cell[][] {
  const windows = [...components[component]!.windows].sort((a, b) => a.left - b.left || a.right - b.right);
  return windows.map(({ left, right, cc, dt, dlnA }, index) => {
    return [event, station, component, index, left, right, cc, dt, dlnA];
  });
}
