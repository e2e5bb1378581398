import { addSeconds, endtime, type Trace } from '@/core/model';
import { joinTraces, type BreakPolicy, type TraceBreak } from '@/formats';
import { PADDING_SECONDS } from '../waveforms/dayArchive';
import type { TimeSpan } from '../waveforms/waveformIndex';

/** What was done about a break, for its warning. */
const DONE: Record<BreakPolicy, Record<TraceBreak['kind'], string>> = {
  separate: { gap: 'left apart', overlap: 'left apart' },
  join: { gap: 'bridged by a straight line', overlap: 'the earlier piece is kept' },
  zero: { gap: 'filled with zeros', overlap: 'the earlier piece is kept' },
  refuse: { gap: 'refused', overlap: 'refused' },
};

/** Joins the pieces of each channel.
 *  @param policy of the parameter preprocess.gaps; a straight line keeps an offset of the record from becoming a step, as
 *    zeros would make it
 *  @param span   with a span, traces are cut to it and its padding before, so that a day is not filtered for some minutes
 *  @throws PairError `gaps` where there is a break and the policy is to refuse
 *  @returns one trace per channel and sampling rate, and a sentence about each gap and overlap */
export function joinRecords(
  traces: Trace[],
  span: TimeSpan | null,
  policy: BreakPolicy,
): { traces: Trace[]; warnings: string[] } {
  const wanted = span === null ? traces : traces.flatMap((trace) => cut(trace, span) ?? []);
  const { traces: joined, breaks } = joinTraces(wanted, policy);
  return { traces: joined, warnings: breaks.map((found) => describe(found, policy)) };
}

function describe({ kind, message, joined }: TraceBreak, policy: BreakPolicy): string {
  return `observed ${message}, ${joined ? DONE[policy][kind] : 'left apart'}`;
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
