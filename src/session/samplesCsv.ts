import type { DecimatedTrace, PairDrawing } from '@/core/model';
import { SessionError } from './error';

/** More columns than any trace has samples: nothing is decimated. */
export const ALL_SAMPLES = 100_000_000;

/** The samples of one component as CSV, time in s after the origin.
 *  @param detail of which nothing was decimated
 *  @throws SessionError `no-component` where the pair has no such component */
export function samplesCsv({ components, timeOffset }: PairDrawing, letter: string): string {
  const found = components.find(({ component }) => component === letter);
  if (found === undefined) {
    const message = `The pair has no component ${letter}.`;
    throw new SessionError('no-component', message, 'Look at its log: it tells what was read.');
  }
  const { observed, synthetic, adjoint, delta, length } = found;
  const traces = adjoint === null ? [observed, synthetic] : [observed, synthetic, adjoint];
  const lines = [`time_s,observed,synthetic${adjoint === null ? '' : ',adjoint_source'}`];
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
