import type { DecimatedTrace, PairDrawing } from '@/core/model';
import { SessionError } from './error';

/** More columns than any trace has samples: nothing is decimated. */
export const ALL_SAMPLES = 100_000_000;

/** The samples of one component as CSV, time in s after the origin. Of several period bands the adjoint source is that of
 *  the band, and beside it stands the mean of all, as it is written.
 *  @param detail of which nothing was decimated
 *  @throws SessionError `no-component` where the pair has no such component */
export function samplesCsv({ components, combined, timeOffset }: PairDrawing, letter: string): string {
  const found = components.find(({ component }) => component === letter);
  if (found === undefined) {
    const message = `The pair has no component ${letter}.`;
    throw new SessionError('no-component', message, 'Look at its log: it tells what was read.');
  }
  const { observed, synthetic, adjoint, delta, length } = found;
  const mean = combined?.find(({ component }) => component === letter)?.adjoint ?? null;
  const columns: [name: string, trace: DecimatedTrace | null][] = [
    ['observed', observed],
    ['synthetic', synthetic],
    ['adjoint_source', adjoint],
    ['adjoint_source_all_bands', mean],
  ];
  const traces = columns.flatMap(([, trace]) => trace ?? []);
  const names = columns.flatMap(([name, trace]) => (trace === null ? [] : [name]));
  const lines = [['time_s', ...names].join(',')];
  for (let i = 0; i < length; i++) {
    // The time axis is as exact as it can be written: sums of rounded steps drift.
    const time = Number((timeOffset + i * delta).toFixed(6));
    lines.push([time, ...traces.map((trace) => sampleAt(trace, i * delta))].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** A trace may begin later than the others; before that it has no value. */
function sampleAt({ start, step, min }: DecimatedTrace, time: number): number | string {
  return min[Math.round((time - start) / step)] ?? '';
}
