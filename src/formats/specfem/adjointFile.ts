import { amplitudeLines, ZERO_AMPLITUDE, type ZeroLines } from './amplitudeLines';
import { NEWLINE, SPACE } from '../text/ascii';
import { FORMATTED_LENGTH, formatExponential } from '../text/formatNumber';

const LONGER = FORMATTED_LENGTH + 2 - ZERO_AMPLITUDE.length;

/** The lines of the last file written as they are where the amplitude is zero: the components of a pair, and mostly the
 *  pairs of a run, share their times, and most samples of an adjoint source lie outside of windows. */
let zeroLines: (ZeroLines & { start: number; delta: number }) | null = null;

/** An adjoint source file as SPECFEM reads it and numpy.savetxt writes it: lines of time and amplitude, `%.18e`.
 *  @param startSeconds time of the first sample, s after the origin
 *  @param delta sampling interval in s
 *  @param data  amplitudes in forward time, finite */
export function writeAdjointSource(startSeconds: number, delta: number, data: Float64Array): Uint8Array {
  const lines = linesOf(startSeconds, delta, data.length);
  const { text, begins } = lines;
  const { length } = data;
  // A line of zero amplitude is shorter than the others by what a sign and a third digit of the exponent may take; what is
  // not written to takes no memory.
  const bytes = new Uint8Array(text.length + length * LONGER);
  const writer = amplitudeLines();
  let at = 0;
  for (let i = 0; i < length;) {
    const zeros = writer ? writer.zerosFrom(data, i) : zerosFrom(data, i);
    if (zeros > 0) {
      bytes.set(text.subarray(begins[i]!, begins[i + zeros]!), at);
      at += begins[i + zeros]! - begins[i]!;
      i += zeros;
      continue;
    }
    const written = writer?.write(data, i, lines);
    if (written && written.count > 0) {
      bytes.set(written.text, at);
      at += written.text.length;
      i += written.count;
    } else {
      at = writeLine(data[i]!, i, lines, bytes, at);
      i++;
    }
  }
  return bytes.subarray(0, at);
}

/** How many amplitudes from one on are zero, without a sign. */
function zerosFrom(data: Float64Array, from: number): number {
  let i = from;
  while (i < data.length && Object.is(data[i], 0)) i++;
  return i - from;
}

function writeLine(value: number, i: number, { text, begins }: ZeroLines, bytes: Uint8Array, begin: number): number {
  let at = begin;
  const end = begins[i + 1]! - ZERO_AMPLITUDE.length;
  // A loop: the call of a bulk copy costs more than these 25 bytes.
  for (let from = begins[i]!; from < end; from++) bytes[at++] = text[from]!;
  bytes[at++] = SPACE;
  at = formatExponential(value, bytes, at);
  bytes[at++] = NEWLINE;
  return at;
}

function linesOf(start: number, delta: number, length: number): ZeroLines {
  if (zeroLines?.start === start && zeroLines.delta === delta && zeroLines.begins.length === length + 1) {
    return zeroLines;
  }
  const times = timesOf(start, delta, length);
  const text = new Uint8Array(length * (FORMATTED_LENGTH + ZERO_AMPLITUDE.length));
  const begins = new Uint32Array(length + 1);
  const writer = amplitudeLines();
  let at = 0;
  for (let i = 0; i < length;) {
    const written = writer?.writeZeros(times.subarray(i), at);
    if (written && written.count > 0) {
      text.set(written.text, at);
      at += written.text.length;
      begins.set(written.ends, i + 1);
      i += written.count;
    } else {
      at = formatExponential(times[i]!, text, at);
      text.set(ZERO_AMPLITUDE, at);
      at += ZERO_AMPLITUDE.length;
      begins[++i] = at;
    }
  }
  zeroLines = { start, delta, text: text.slice(0, at), begins };
  return zeroLines;
}

/** Times of an evenly divided interval: numpy.linspace from 0 to (length - 1) * delta, plus the start. */
function timesOf(start: number, delta: number, length: number): Float64Array {
  const times = new Float64Array(length);
  const stop = (length - 1) * delta;
  const step = length > 1 ? stop / (length - 1) : 0;
  for (let i = 0; i < length; i++) times[i] = (i > 0 && i === length - 1 ? stop : i * step) + start;
  return times;
}
