import { addSeconds, endtime, type Trace } from '@/core/model';
import { joinTraces, type BreakPolicy } from '@/formats';
import { PADDING_SECONDS } from './dayArchive';
import type { TimeSpan } from './waveformIndex';

/** A straight line across gaps keeps an offset of the record from becoming a step, as zeros would make it. */
const BREAK_POLICY: BreakPolicy = 'join';

/** Joins the pieces of each channel.
 *  @param span   with a span, traces are cut to it and its padding before, so that a day is not filtered for some minutes
 *  @returns one trace per channel and sampling rate, and a sentence about each gap and overlap */
export function joinRecords(traces: Trace[], span: TimeSpan | null): { traces: Trace[]; warnings: string[] } {
  const wanted = span === null ? traces : traces.flatMap((trace) => cut(trace, span) ?? []);
  const { traces: joined, breaks } = joinTraces(wanted, BREAK_POLICY);
  return { traces: joined, warnings: breaks.map(({ message }) => `observed ${message}`) };
}

/** The part of a trace within a span and its padding; null where there is none. */
function cut(trace: Trace, { start, end }: TimeSpan): Trace | null {
  const from = addSeconds(start, -PADDING_SECONDS);
  const to = addSeconds(end, PADDING_SECONDS);
  if (trace.starttime >= from && endtime(trace) <= to) return trace;
  const sample = (time: bigint) => Number(time - trace.starttime) / 1e9 / trace.delta;
  const first = Math.max(0, Math.ceil(sample(from)));
  const last = Math.min(trace.data.length - 1, Math.floor(sample(to)));
  if (last < first) return null;
  return {
    ...trace,
    starttime: addSeconds(trace.starttime, first * trace.delta),
    data: trace.data.slice(first, last + 1),
  };
}
