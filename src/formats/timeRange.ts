import { channelCode, endtime, parseTime, type Nanoseconds, type Trace } from '@/core/model';
import { FormatError } from './error';

/** What 64 bits of nanoseconds hold, as ASDF stores times. */
const EARLIEST = parseTime('1678-01-01');
const LATEST = parseTime('2262-01-01');

/** s; about 600 years. */
const LONGEST = 2e10;

/** @throws FormatError where a time is not within the years 1678 to 2261 */
export function checkTime(time: Nanoseconds, file: string, place: string, what: string): Nanoseconds {
  if (time < EARLIEST || time >= LATEST) {
    throw new FormatError(file, place, `${what} is not within the years 1678 to 2261: check its times`);
  }
  return time;
}

/** Refuses traces that begin or end at no date: a damaged start time or sampling interval.
 *  @throws FormatError naming the channel */
export function checkTimes(traces: Trace[], file: string): Trace[] {
  for (const trace of traces) {
    checkTime(trace.starttime, file, '', `the start of ${channelCode(trace)}`);
    const seconds = trace.data.length * trace.delta;
    if (!(seconds < LONGEST)) throw new FormatError(file, '', `${channelCode(trace)} would last ${seconds} s`);
    checkTime(endtime(trace), file, '', `the end of ${channelCode(trace)}`);
  }
  return traces;
}
