import { secondsBetween, type PeriodBand, type Window } from '@/core/model';
import type { Notes } from './notes';
import { isSameRate } from './sampling';
import type { ComponentResult, FixedWindows } from './types';

/**
 * The windows of an earlier evaluation on one component, in one band; none is a choice too. Null where they count other
 * samples than the component has, which the log tells.
 * @param isOneOfBands  several bands are measured: a window is of the band with its shortest period
 */
export function fixedWindows(
  { component, observed }: Pick<ComponentResult, 'component' | 'observed'>,
  fixed: FixedWindows,
  { minPeriod }: PeriodBand,
  isOneOfBands: boolean,
  notes: Notes,
): Window[] | null {
  const windows = fixed.windows
    .filter((each) => each.component === component && (!isOneOfBands || each.window.minPeriod === minPeriod))
    .map(({ window }) => window);
  const { delta, starttime, data } = observed;
  const isOnTrace = ({ left, right, delta: step, firstSample }: Window) =>
    isSameRate(step, delta) &&
    Math.abs(secondsBetween(firstSample, starttime)) < delta / 2 &&
    left >= 0 &&
    right < data.length;
  if (windows.every(isOnTrace)) return windows;
  notes.warn(
    `component ${component}: the windows of ${fixed.evaluation} count other samples than these traces have; ` +
      'windows are selected anew',
  );
  return null;
}
