import { FORMATTED_LENGTH, formatExponential } from './formatNumber';

const LINE = 2 * FORMATTED_LENGTH + 2;
const SPACE = 32;
const NEWLINE = 10;
const ZERO_AMPLITUDE = new TextEncoder().encode('0.000000000000000000e+00\n');

/** The first column of the last file written: the components of a pair, and mostly the pairs of a run, share it. */
let times: { start: number; delta: number; length: number; text: Uint8Array; ends: Uint32Array } | null = null;

/** An adjoint source file as SPECFEM reads it and numpy.savetxt writes it: lines of time and amplitude, `%.18e`.
 *  @param startSeconds time of the first sample, s after the origin
 *  @param delta sampling interval in s
 *  @param data  amplitudes in forward time, finite */
export function writeAdjointSource(startSeconds: number, delta: number, data: Float64Array): Uint8Array {
  const { text, ends } = timeColumn(startSeconds, delta, data.length);
  const bytes = new Uint8Array(data.length * LINE);
  let at = 0;
  let begin = 0;
  for (let i = 0; i < data.length; i++) {
    const end = ends[i]!;
    // A loop: the call of a bulk copy costs more than these 25 bytes.
    for (; begin < end; begin++) bytes[at++] = text[begin]!;
    const value = data[i]!;
    if (value === 0 && !Object.is(value, -0)) {
      for (let j = 0; j < ZERO_AMPLITUDE.length; j++) bytes[at++] = ZERO_AMPLITUDE[j]!;
    } else {
      at = formatExponential(value, bytes, at);
      bytes[at++] = NEWLINE;
    }
  }
  return bytes.slice(0, at);
}

/** Times with a space behind each, and where each ends. They are those of an evenly divided interval: numpy.linspace
 *  from 0 to (length - 1) * delta, plus the start. */
function timeColumn(start: number, delta: number, length: number): { text: Uint8Array; ends: Uint32Array } {
  if (times && times.start === start && times.delta === delta && times.length === length) return times;
  const text = new Uint8Array(length * (FORMATTED_LENGTH + 1));
  const ends = new Uint32Array(length);
  const stop = (length - 1) * delta;
  const step = length > 1 ? stop / (length - 1) : 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const time = i > 0 && i === length - 1 ? stop : i * step;
    at = formatExponential(time + start, text, at);
    text[at++] = SPACE;
    ends[i] = at;
  }
  times = { start, delta, length, text: text.slice(0, at), ends };
  return times;
}
