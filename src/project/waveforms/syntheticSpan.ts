import { endtime, addSeconds, type Nanoseconds } from '@/core/model';
import { detectWaveforms, NOMINAL_ORIGIN, readWaveforms } from '@/formats';
import { readBytes, readEnds } from '../files/fileReading';
import type { TimeSpan } from './waveformIndex';

const END_BYTES = 512;
/** Where no synthetic tells: longer than most simulations. */
const ASSUMED_SECONDS = 3600;

/** First and last time of a synthetic; of SPECFEM's columns only the first and last lines are read.
 *  @param file  null or unreadable gives an hour from the origin */
export async function syntheticSpan(file: string | null, origin: Nanoseconds): Promise<TimeSpan> {
  const span = file === null ? null : await fileSpan(file, origin);
  return span ?? { start: origin, end: addSeconds(origin, ASSUMED_SECONDS) };
}

/** First and last time of a file of waveforms; null where it cannot be read. What is wrong with it is told when its
 *  samples are asked for.
 *  @param origin what SPECFEM's columns count from; that of an unknown event where it is null */
export async function fileSpan(file: string, origin: Nanoseconds | null): Promise<TimeSpan | null> {
  try {
    const [head, tail] = await readEnds(file, END_BYTES);
    if (detectWaveforms(head) !== 'SPECFEM ASCII') {
      return spanOf(readWaveforms(await readBytes(file), file, origin));
    }
    const first = Number(textOf(head).trim().split(/\s/, 1)[0]);
    const last = Number(textOf(tail).trim().split('\n').at(-1)!.trim().split(/\s/, 1)[0]);
    if (!Number.isFinite(first) || !Number.isFinite(last) || last < first) return null;
    const start = origin ?? NOMINAL_ORIGIN;
    return { start: addSeconds(start, first), end: addSeconds(start, last) };
  } catch {
    return null;
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
