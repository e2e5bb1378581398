import type { DecimatedTrace } from '@/api';

/** Columns of one plot: x ascending, and a row of y for every trace. Gaps are null. */
export interface AlignedColumns {
  x: number[];
  ys: (number | null)[][];
}

/** Interleaves minimum and maximum of each pixel column, so that a line through the points draws the whole extent.
 *  Where no column holds more than one value, columns become single points: a plain line.
 *  @param traces of one component; the first that is there gives the time axis
 *  @param offset added to all times, s */
export function alignColumns(traces: (DecimatedTrace | null)[], offset: number): AlignedColumns {
  const lead = traces.find((trace) => trace !== null && trace.min.length > 0);
  if (!lead) return { x: [], ys: traces.map(() => []) };
  const single = traces.every((trace) => trace === null || isLine(trace));
  const columns = lead.min.length;
  const x: number[] = [];
  for (let i = 0; i < columns; i++) {
    const time = offset + lead.start + i * lead.step;
    x.push(time);
    if (!single) x.push(time + lead.step / 2);
  }
  return { x, ys: traces.map((trace) => (trace ? values(trace, lead, single) : [])) };
}

function isLine(trace: DecimatedTrace): boolean {
  return trace.min.every((value, i) => value === trace.max[i]);
}

function values(trace: DecimatedTrace, lead: DecimatedTrace, single: boolean): (number | null)[] {
  const result: (number | null)[] = [];
  let previous: number | null = null;
  for (let i = 0; i < lead.min.length; i++) {
    const column = Math.round((lead.start + i * lead.step - trace.start) / trace.step);
    const [low, high] = [trace.min[column] ?? null, trace.max[column] ?? null];
    if (single) {
      result.push(low);
      continue;
    }
    // The end nearer to the last point comes first: shorter strokes, and monotonic flanks stay monotonic.
    const upward: boolean =
      previous === null || low === null || high === null || Math.abs(previous - low) <= Math.abs(previous - high);
    result.push(upward ? low : high, upward ? high : low);
    previous = upward ? high : low;
  }
  return result;
}

/** Largest |value| of traces, for an axis with zero in the middle; 1 where there is nothing. */
export function largest(traces: (DecimatedTrace | null)[]): number {
  let peak = 0;
  for (const trace of traces) {
    if (!trace) continue;
    for (const value of trace.min) peak = Math.max(peak, Math.abs(value));
    for (const value of trace.max) peak = Math.max(peak, Math.abs(value));
  }
  return peak > 0 && Number.isFinite(peak) ? peak : 1;
}

/** The same trace with its first sample later by some seconds. */
export function shifted(trace: DecimatedTrace, seconds: number): DecimatedTrace {
  return seconds === 0 ? trace : { ...trace, start: trace.start + seconds };
}
