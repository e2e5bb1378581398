import { addSeconds, formatTime, channelCode, type Nanoseconds, type Trace } from '@/core/model';
import { FormatError } from '../error';
import { FLOAT32, FLOAT64, INT32, STEIM2 } from './miniseedRecord';
import { FRAME_BYTES, encodeSteim2 } from './steim';

export type MiniSeedEncoding = 'steim2' | 'int32' | 'float32' | 'float64';

export interface MiniSeedOptions {
  encoding?: MiniSeedEncoding;
  /** Of headers and samples; big-endian is what other programs write. */
  littleEndian?: boolean;
  recordLength?: 512 | 4096;
}

const CODES = { steim2: STEIM2, int32: INT32, float32: FLOAT32, float64: FLOAT64 };
const WIDTHS = { steim2: 0, int32: 4, float32: 4, float64: 8 };
/** Fixed header of 48 bytes, blockettes 1000 and 1001 of 8 bytes each. */
const DATA_FROM = 64;

/** Writes traces as miniSEED 2, each beginning a new record. Times are kept to the microsecond.
 *  @throws FormatError naming the trace where its samples do not fit the encoding, or its rate or time the header */
export function writeMiniSeed(traces: Trace[], options: MiniSeedOptions = {}): Uint8Array {
  const { encoding = 'steim2', littleEndian = false, recordLength = 4096 } = options;
  const records: Uint8Array[] = [];
  for (const trace of traces) {
    const { data, delta } = trace;
    if (encoding === 'steim2' || encoding === 'int32') checkIntegers(trace, encoding);
    const rate = rateFields(trace);
    for (let at = 0; at < data.length;) {
      const record = new Uint8Array(recordLength);
      const view = new DataView(record.buffer);
      const samples = encodeSamples(trace, at, view, encoding, littleEndian);
      const start = addSeconds(trace.starttime, at * delta);
      writeHeader(view, trace, { start, samples, rate, sequence: records.length + 1, encoding, littleEndian });
      records.push(record);
      at += samples;
    }
  }
  const bytes = new Uint8Array(records.length * recordLength);
  records.forEach((record, i) => bytes.set(record, i * recordLength));
  return bytes;
}

function checkIntegers(trace: Trace, encoding: MiniSeedEncoding): void {
  const wrong = trace.data.findIndex((value) => value !== (value | 0));
  if (wrong < 0) return;
  const message = `sample ${wrong} is ${trace.data[wrong]}, but ${encoding} holds 32-bit integers only: round, or write float64`;
  throw new FormatError(channelCode(trace), `sample ${wrong}`, message);
}

/** Fills a record's samples; returns how many found place. */
function encodeSamples(
  trace: Trace,
  at: number,
  view: DataView,
  encoding: MiniSeedEncoding,
  littleEndian: boolean,
): number {
  const { data } = trace;
  if (encoding === 'steim2') {
    const frames = new DataView(
      view.buffer,
      DATA_FROM,
      Math.floor((view.byteLength - DATA_FROM) / FRAME_BYTES) * FRAME_BYTES,
    );
    const samples = encodeSteim2(data, at, frames, littleEndian);
    if (samples >= 0) return samples;
    const message = 'differs from the one before by more than the 30 bits of Steim-2: write int32';
    throw new FormatError(channelCode(trace), `sample ${-1 - samples}`, message);
  }
  const width = WIDTHS[encoding];
  const samples = Math.min(data.length - at, Math.floor((view.byteLength - DATA_FROM) / width));
  for (let i = 0; i < samples; i++) {
    const place = DATA_FROM + i * width;
    const value = data[at + i]!;
    if (encoding === 'int32') view.setInt32(place, value, littleEndian);
    else if (encoding === 'float32') view.setFloat32(place, value, littleEndian);
    else view.setFloat64(place, value, littleEndian);
  }
  return samples;
}

interface HeaderFields {
  start: Nanoseconds;
  samples: number;
  rate: { factor: number; multiplier: number };
  sequence: number;
  encoding: MiniSeedEncoding;
  littleEndian: boolean;
}

function writeHeader(view: DataView, trace: Trace, fields: HeaderFields): void {
  const { littleEndian, rate } = fields;
  const text = (value: string, at: number, length: number) => {
    const padded = value.slice(0, length).padEnd(length);
    for (let i = 0; i < length; i++) view.setUint8(at + i, padded.charCodeAt(i));
  };
  text(`${String(fields.sequence % 1_000_000).padStart(6, '0')}D `, 0, 8);
  text(trace.station, 8, 5);
  text(trace.location, 13, 2);
  text(trace.channel, 15, 3);
  text(trace.network, 18, 2);
  const microseconds = writeTime(view, fields.start, littleEndian, trace);
  view.setUint16(30, fields.samples, littleEndian);
  view.setInt16(32, rate.factor, littleEndian);
  view.setInt16(34, rate.multiplier, littleEndian);
  view.setUint8(39, 2);
  view.setUint16(44, DATA_FROM, littleEndian);
  view.setUint16(46, 48, littleEndian);

  view.setUint16(48, 1000, littleEndian);
  view.setUint16(50, 56, littleEndian);
  view.setUint8(52, CODES[fields.encoding]);
  view.setUint8(53, littleEndian ? 0 : 1);
  view.setUint8(54, Math.log2(view.byteLength));
  view.setUint16(56, 1001, littleEndian);
  view.setInt8(61, microseconds);
  view.setUint8(63, fields.encoding === 'steim2' ? (view.byteLength - DATA_FROM) / FRAME_BYTES : 0);
}

/** Writes year, day, time to 0.1 ms; returns the microseconds left for blockette 1001. */
function writeTime(view: DataView, time: Nanoseconds, littleEndian: boolean, trace: Trace): number {
  // Half a microsecond more, then cut: rounded.
  const text = formatTime(time + 500n, 6);
  const year = Number(text.slice(0, 4));
  if (!(year >= 1900 && year <= 2100)) {
    throw new FormatError(
      channelCode(trace),
      '',
      `its start time ${text} is outside the years 1900-2100 of miniSEED 2`,
    );
  }
  const day = Math.floor((Date.parse(`${text.slice(0, 10)}T00:00:00Z`) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  view.setUint16(20, year, littleEndian);
  view.setUint16(22, day, littleEndian);
  view.setUint8(24, Number(text.slice(11, 13)));
  view.setUint8(25, Number(text.slice(14, 16)));
  view.setUint8(26, Number(text.slice(17, 19)));
  view.setUint16(28, Number(text.slice(20, 24)), littleEndian);
  return Number(text.slice(24, 26));
}

/** Factor and multiplier whose quotient is the sampling rate: the convergent of its continued fraction that gives the
 *  sampling interval back exactly, or the best there is.
 *  @throws FormatError for a rate that 16-bit integers cannot give to 1e-6 */
function rateFields(trace: Trace): { factor: number; multiplier: number } {
  const rate = 1 / trace.delta;
  let [p, q, before, beforeQ] = [Math.floor(rate), 1, 1, 0];
  let rest = rate - p;
  for (let step = 0; step < 20 && rest > 0 && 1 / (p / q) !== trace.delta; step++) {
    const whole = Math.floor(1 / rest);
    const [nextP, nextQ] = [whole * p + before, whole * q + beforeQ];
    if (nextP > 32_767 || nextQ > 32_767) break;
    [before, beforeQ, p, q] = [p, q, nextP, nextQ];
    rest = 1 / rest - whole;
  }
  if (p > 32_767 || !(Math.abs(p / q - rate) <= 1e-6 * rate)) {
    throw new FormatError(channelCode(trace), '', `its sampling rate of ${rate} Hz cannot be written in miniSEED 2`);
  }
  return { factor: p, multiplier: q === 1 ? 1 : -q };
}
