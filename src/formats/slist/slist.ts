import { addSeconds, parseTime, type ChannelId, type Nanoseconds, type Trace } from '@/core/model';
import { NEWLINE } from '../text/ascii';
import { FormatError } from '../error';
import { parseNumber } from '../text/parseNumber';

const KEYWORD = 'TIMESERIES ';
const latin1 = new TextDecoder('latin1');
const HEADER =
  'TIMESERIES NN_SSS_LL_CCC_Q, <n> samples, <rate> sps, <start time>, SLIST or TSPAIR, INTEGER or FLOAT, <unit>';

interface Header {
  id: ChannelId;
  samples: number;
  delta: number;
  starttime: Nanoseconds;
  pairs: boolean;
}

/** Reads the text formats SLIST (samples) and TSPAIR (time and sample on each line), as ObsPy and IRIS write them, one or
 *  more series to a file.
 *  @throws FormatError naming the line */
export function readSlist(bytes: Uint8Array, file: string): Trace[] {
  const traces: Trace[] = [];
  let at = 0;
  let line = 1;
  while (at < bytes.length) {
    const end = endOfLine(bytes, at);
    const text = latin1.decode(bytes.subarray(at, end)).trim();
    at = end + 1;
    if (text !== '') {
      const header = parseHeader(text, file, line);
      const block = readSamples(bytes, at, header, file, line + 1);
      traces.push({ ...header.id, starttime: header.starttime, delta: header.delta, data: block.data });
      at = block.at;
      line = block.line;
    } else line++;
  }
  if (traces.length === 0) throw new FormatError(file, '', `expected "${HEADER}", found nothing`);
  return traces;
}

/** When the first series begins.
 *  @param bytes the file, or its first ones
 *  @throws FormatError naming the line */
export function startOfSlist(bytes: Uint8Array, file: string): Nanoseconds {
  return parseHeader(latin1.decode(bytes.subarray(0, endOfLine(bytes, 0))).trim(), file, 1).starttime;
}

/** Whether the file begins as one of these formats. */
export function isSlist(bytes: Uint8Array): boolean {
  return latin1.decode(bytes.subarray(0, KEYWORD.length)) === KEYWORD;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(NEWLINE, from);
  return at < 0 ? bytes.length : at;
}

function parseHeader(text: string, file: string, line: number): Header {
  const fail = (what: string) => new FormatError(file, `line ${line}`, `${what}; expected "${HEADER}"`);
  if (!text.startsWith(KEYWORD)) throw fail(`"${text.slice(0, 40)}" begins no series`);
  const [name = '', count = '', rate = '', start = '', layout = '', type = ''] = text
    .slice(KEYWORD.length)
    .split(',')
    .map((part) => part.trim());
  const ids = name.split('_');
  if (ids.length < 4) throw fail(`"${name}" has no four ids`);
  const samples = /^(\d+) samples?$/.exec(count)?.[1];
  if (samples === undefined) throw fail(`"${count}" is no number of samples`);
  const rateText = /^(\S+) sps$/.exec(rate)?.[1];
  const samplingRate = Number(rateText);
  if (rateText === undefined || !(samplingRate > 0 && samplingRate < Infinity))
    throw fail(`"${rate}" is no sampling rate`);
  if (layout !== 'SLIST' && layout !== 'TSPAIR') throw fail(`"${layout}" is no known layout`);
  if (!['INTEGER', 'FLOAT', 'DOUBLE'].includes(type)) throw fail(`samples of type "${type}" are not numbers`);
  let starttime: Nanoseconds;
  try {
    starttime = parseTime(start);
  } catch (cause) {
    throw new FormatError(file, `line ${line}`, `"${start}" is no start time`, { cause });
  }
  const [network, station, location, channel] = ids as [string, string, string, string];
  return {
    id: { network, station, location, channel },
    samples: Number(samples),
    delta: 1 / samplingRate,
    starttime,
    pairs: layout === 'TSPAIR',
  };
}

/** Samples up to the next header. */
function readSamples(bytes: Uint8Array, from: number, header: Header, file: string, firstLine: number) {
  // A sample takes two bytes at least: a false count cannot make a giant array.
  if (header.samples > bytes.length - from) {
    throw new FormatError(
      file,
      `line ${firstLine - 1}`,
      `${header.samples} samples announced, but the file is too short`,
    );
  }
  const data = new Float64Array(header.samples);
  let n = 0;
  let at = from;
  let line = firstLine;
  let column = 0;
  let last = '';
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === NEWLINE) {
      line++;
      column = 0;
    }
    if (byte <= 32) continue;
    if (column === 0 && byte === 84 && isSlist(bytes.subarray(at, at + KEYWORD.length))) break;
    const begin = at;
    while (at < bytes.length && bytes[at]! > 32) at++;
    column++;
    const isTime = header.pairs && column % 2 === 1;
    if (isTime) last = n + 1 === header.samples ? latin1.decode(bytes.subarray(begin, at)) : last;
    else {
      const value = parseNumber(bytes, begin, at);
      const text = () => latin1.decode(bytes.subarray(begin, Math.min(at, begin + 40)));
      if (!Number.isFinite(value)) throw new FormatError(file, `line ${line}`, `expected a sample, found "${text()}"`);
      if (n >= data.length) {
        throw new FormatError(file, `line ${line}`, `more samples than the ${header.samples} announced`);
      }
      data[n++] = value;
    }
    at--;
  }
  if (n < data.length) {
    throw new FormatError(file, `line ${line}`, `${header.samples} samples announced, but the series ends after ${n}`);
  }
  if (header.pairs && n > 1) checkLastTime(last, header, file, line);
  return { data, at, line };
}

/** The times of a TSPAIR series repeat what its header says; the last shows whether they do. */
function checkLastTime(text: string, header: Header, file: string, line: number): void {
  const expected = addSeconds(header.starttime, (header.samples - 1) * header.delta);
  let time: Nanoseconds;
  try {
    time = parseTime(text);
  } catch (cause) {
    throw new FormatError(file, `line ${line}`, `expected a time, found "${text.slice(0, 40)}"`, { cause });
  }
  const off = Number(time - expected) / 1e9;
  if (Math.abs(off) > header.delta / 2) {
    throw new FormatError(
      file,
      `line ${line}`,
      `the last time is ${off} s off the header's start time and sampling rate`,
    );
  }
}
