import { endtime, addSeconds, type Nanoseconds } from '@/core/model';
import { detectWaveforms, readWaveforms } from '@/formats';
import { readBytes, readEnds } from './fileReading';
import type { TimeSpan } from './waveformIndex';

const END_BYTES = 512;
/** Where no synthetic tells: longer than most simulations. */
const ASSUMED_SECONDS = 3600;

/** First and last time of a synthetic; of SPECFEM's columns only the first and last lines are read.
 *  @param file  null or unreadable gives an hour from the origin */
export async function syntheticSpan(file: string | null, origin: Nanoseconds): Promise<TimeSpan> {
  const assumed = { start: origin, end: addSeconds(origin, ASSUMED_SECONDS) };
  if (file === null) return assumed;
  try {
    const [head, tail] = await readEnds(file, END_BYTES);
    if (detectWaveforms(head) === 'SPECFEM ASCII') {
      const first = Number(textOf(head).trim().split(/\s/, 1)[0]);
      const last = Number(textOf(tail).trim().split('\n').at(-1)!.trim().split(/\s/, 1)[0]);
      if (!Number.isFinite(first) || !Number.isFinite(last) || last < first) return assumed;
      return { start: addSeconds(origin, first), end: addSeconds(origin, last) };
    }
    const traces = readWaveforms(await readBytes(file), file, origin);
    return spanOf(traces) ?? assumed;
  } catch {
    return assumed;
  }
}

/** First and last time of all of `traces`; null where there are none. */
export function spanOf(traces: Parameters<typeof endtime>[0][]): TimeSpan | null {
  return traces.reduce<TimeSpan | null>((span, trace) => {
    const end = endtime(trace);
    if (span === null) return { start: trace.starttime, end };
    return {
      start: trace.starttime < span.start ? trace.starttime : span.start,
      end: end > span.end ? end : span.end,
    };
  }, null);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
