import { NEWLINE, SPACE } from '../text/ascii';
import { FORMATTED_LENGTH, formatExponential } from '../text/formatNumber';

const ZERO_AMPLITUDE = new TextEncoder().encode('0.000000000000000000e+00\n');
const LONGER = FORMATTED_LENGTH + 1 - ZERO_AMPLITUDE.length;

/** The lines of the last file written as they are where the amplitude is zero: the components of a pair, and mostly the
 *  pairs of a run, share their times, and most samples of an adjoint source lie outside of windows. */
interface ZeroLines {
  start: number;
  delta: number;
  text: Uint8Array;
  /** Where each line begins, and the end of the last. */
  begins: Uint32Array;
}
let zeroLines: ZeroLines | null = null;

/** An adjoint source file as SPECFEM reads it and numpy.savetxt writes it: lines of time and amplitude, `%.18e`.
 *  @param startSeconds time of the first sample, s after the origin
 *  @param delta sampling interval in s
 *  @param data  amplitudes in forward time, finite */
export function writeAdjointSource(startSeconds: number, delta: number, data: Float64Array): Uint8Array {
  const { text, begins } = linesOf(startSeconds, delta, data.length);
  const { length } = data;
  let lines = 0;
  for (let i = 0; i < length; i++) if (!isPlainZero(data[i]!)) lines++;
  // A line of zero amplitude is shorter than the others by what a sign and a third digit of the exponent may take.
  const bytes = new Uint8Array(text.length + lines * LONGER);
  let at = 0;
  for (let i = 0; i < length;) {
    const first = i;
    while (i < length && isPlainZero(data[i]!)) i++;
    if (i > first) {
      bytes.set(text.subarray(begins[first]!, begins[i]!), at);
      at += begins[i]! - begins[first]!;
      continue;
    }
    const end = begins[i + 1]! - ZERO_AMPLITUDE.length;
    // A loop: the call of a bulk copy costs more than these 25 bytes.
    for (let from = begins[i]!; from < end; from++) bytes[at++] = text[from]!;
    at = formatExponential(data[i]!, bytes, at);
    bytes[at++] = NEWLINE;
    i++;
  }
  return bytes.subarray(0, at);
}

function isPlainZero(value: number): boolean {
  return value === 0 && !Object.is(value, -0);
}

/** Times are those of an evenly divided interval: numpy.linspace from 0 to (length - 1) * delta, plus the start. */
function linesOf(start: number, delta: number, length: number): ZeroLines {
  if (zeroLines?.start === start && zeroLines.delta === delta && zeroLines.begins.length === length + 1) {
    return zeroLines;
  }
  const text = new Uint8Array(length * (FORMATTED_LENGTH + 1 + ZERO_AMPLITUDE.length));
  const begins = new Uint32Array(length + 1);
  const stop = (length - 1) * delta;
  const step = length > 1 ? stop / (length - 1) : 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const time = i > 0 && i === length - 1 ? stop : i * step;
    at = formatExponential(time + start, text, at);
    text[at++] = SPACE;
    text.set(ZERO_AMPLITUDE, at);
    at += ZERO_AMPLITUDE.length;
    begins[i + 1] = at;
  }
  zeroLines = { start, delta, text: text.slice(0, at), begins };
  return zeroLines;
}
