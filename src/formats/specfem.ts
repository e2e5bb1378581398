import { addSeconds, type ChannelId, type Nanoseconds, type Trace } from '@/core/model';
import { FormatError } from './error';
import { parseNumber } from './parseNumber';

/** How to read the sampling interval: `pyatoa` rounds it to 0.1 ms as the reference stack does, `corrected` does not. */
export type Conventions = 'pyatoa' | 'corrected';

/** A synthetic with the first value of its time column: s after the origin, mostly negative. */
export interface SpecfemTrace extends Trace {
  firstTime: number;
}

const NEWLINE = 10;
const HASH = 35;
const EXTENSION = /(\.sem[a-z]?|\.adj)?(\.ascii|\.txt)?$/i;

/** The channel a SPECFEM file name stands for: NN.SSS.CCC.semd or NN.SSS.LL.CCC.semd, with folders before it.
 *  @returns null where the name has another form */
export function specfemChannel(file: string): ChannelId | null {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(EXTENSION, '');
  const parts = name.split('.');
  if (
    parts.length < 3 ||
    parts.length > 4 ||
    parts.some((part, i) => part === '' && !(i === 2 && parts.length === 4))
  ) {
    return null;
  }
  const location = parts.length === 4 ? parts[2]!.replace(/^[-_]+$/, '') : '';
  return { network: parts[0]!, station: parts[1]!, location, channel: parts.at(-1)! };
}

/** Reads a SPECFEM synthetic: two columns of text, time (s after the origin) and amplitude.
 *  The sampling interval is the difference of the first two times.
 *  @param file   its name gives the channel
 *  @param origin time that the time column counts from
 *  @throws FormatError naming the line */
export function readSpecfemAscii(
  bytes: Uint8Array,
  file: string,
  origin: Nanoseconds,
  conventions: Conventions = 'pyatoa',
): SpecfemTrace {
  const id = specfemChannel(file);
  if (id === null) {
    throw new FormatError(
      file,
      '',
      'the name must be NN.SSS.CCC.semd or NN.SSS.LL.CCC.semd, for its ids stand nowhere else',
    );
  }
  const { data, first, second, last } = readColumns(bytes, file);
  const spacing = second - first;
  const mean = (last - first) / (data.length - 1);
  if (!(spacing > 0)) throw new FormatError(file, '', `times must increase, but ${second} follows ${first}`);
  if (!(Math.abs(mean - spacing) <= 0.1 * spacing)) {
    const message = `${data.length} lines from ${first} to ${last} s are not evenly spaced by ${spacing} s: lines are missing or repeated`;
    throw new FormatError(file, '', message);
  }
  // Nine digits of the mean: what the printed times are exact to.
  const delta = conventions === 'pyatoa' ? roundInterval(spacing) : Number(mean.toPrecision(9));
  return { ...id, starttime: addSeconds(origin, first), delta, data, firstTime: first };
}

/** Four decimals, half to even, and through the sampling rate, which is what the reference stack keeps; an interval too
 *  short for that is left as it is. */
function roundInterval(spacing: number): number {
  const scaled = spacing * 1e4;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = (rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor) / 1e4;
  return rounded > 0 ? 1 / (1 / rounded) : spacing;
}

interface Columns {
  data: Float64Array;
  first: number;
  second: number;
  last: number;
}

/** The second column, and of the first its first, second and last values. */
function readColumns(bytes: Uint8Array, file: string): Columns {
  const length = bytes.length;
  let data = new Float64Array(roomFor(bytes));
  let n = 0;
  let line = 0;
  let first = NaN;
  let second = NaN;
  let lastFrom = 0;
  let lastTo = 0;
  for (let at = 0; at < length; at++) {
    line++;
    while (at < length && isBlank(bytes[at]!)) at++;
    if (at >= length || bytes[at] === NEWLINE) continue;
    const timeFrom = at;
    while (at < length && bytes[at]! > 32) at++;
    const timeTo = at;
    if (bytes[timeFrom] === HASH) {
      while (at < length && bytes[at] !== NEWLINE) at++;
      continue;
    }
    while (at < length && isBlank(bytes[at]!)) at++;
    const from = at;
    while (at < length && bytes[at]! > 32) at++;
    const value = from < at ? parseNumber(bytes, from, at) : NaN;
    if (!Number.isFinite(value)) throw badLine(bytes, file, line, from, at);
    while (at < length && isBlank(bytes[at]!)) at++;
    if (at < length && bytes[at] !== NEWLINE) {
      throw new FormatError(file, `line ${line}`, 'expected two columns, time and amplitude, but there are more');
    }
    if (n < 2) {
      const time = readTime(bytes, file, line, timeFrom, timeTo);
      if (n === 0) first = time;
      else second = time;
    }
    lastFrom = timeFrom;
    lastTo = timeTo;
    if (n === data.length) data = enlarged(data);
    data[n++] = value;
  }
  if (n < 2) throw new FormatError(file, '', `expected at least two lines of time and amplitude, found ${n}`);
  const last = readTime(bytes, file, line, lastFrom, lastTo);
  return { data: n === data.length ? data : data.slice(0, n), first, second, last };
}

/** About how many lines there are, were all as long as the second one: the first may be a comment. */
function roomFor(bytes: Uint8Array): number {
  const first = bytes.indexOf(NEWLINE) + 1;
  const second = bytes.indexOf(NEWLINE, first) + 1;
  return second > first ? Math.ceil((1.01 * bytes.length) / (second - first)) + 2 : 2;
}

function enlarged(data: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * data.length);
  larger.set(data);
  return larger;
}

/** Space, tab, carriage return: what may stand between and behind columns. */
function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}

function readTime(bytes: Uint8Array, file: string, line: number, from: number, to: number): number {
  const time = parseNumber(bytes, from, to);
  if (!Number.isFinite(time)) throw badLine(bytes, file, line, from, to);
  return time;
}

function badLine(bytes: Uint8Array, file: string, line: number, from: number, to: number): FormatError {
  const text = new TextDecoder('latin1').decode(bytes.subarray(from, Math.min(to, from + 40)));
  const hint = /^[+-]?(nan|inf)/i.test(text) ? '; the simulation probably became unstable' : '';
  return new FormatError(file, `line ${line}`, `expected a number, found "${text}"${hint}`);
}
