import { addSeconds, type Nanoseconds, type Trace } from '@/core/model';
import { FormatError } from '../error';
import { parseRecord2, placeOf } from './miniseed2';
import { isRecord3, parseRecord3 } from './miniseed3';
import { decodeRecord, type SeedRecord } from './miniseedRecord';

/** Rates that differ by less are one rate, as record headers round them. */
const SAME_RATE = 1e-4;
/** Control headers and padding are passed in steps that every record length is a multiple of. */
const STEP = 64;

/** Consecutive records without a gap. */
interface Segment {
  records: SeedRecord[];
  samples: number;
  delta: number;
  start: Nanoseconds;
  /** When the next sample is due. */
  next: Nanoseconds;
}

/** Reads miniSEED, versions 2 and 3, records of any length and order. Records of a channel that follow each other within
 *  half a sample make one trace; what does not stays apart. Traces are sorted by channel as first met, then by time.
 *  @throws FormatError naming the byte */
export function readMiniSeed(bytes: Uint8Array, file: string): Trace[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const channels = new Map<string, Segment[]>();
  let inControl = false;
  for (let at = 0; at < bytes.length;) {
    const place = isRecord3(bytes, at) ? 'data3' : placeOf(bytes, at);
    if (place === 'data' || place === 'data3') {
      const record = place === 'data' ? parseRecord2(bytes, view, at, file) : parseRecord3(bytes, view, at, file);
      if (record.samples > 0) append(channels, record);
      at = record.to;
      inControl = false;
      continue;
    }
    // Within a control header anything may stand.
    inControl ||= place === 'control';
    if (place === 'other' && !inControl) {
      const expected = 'a miniSEED record (a sequence number and D, R, Q or M; or "MS" and 3)';
      throw new FormatError(file, `byte ${at}`, `expected ${expected}`);
    }
    at += STEP;
  }
  return [...channels.values()].flatMap((segments) =>
    joinSegments(segments).map((segment) => decode(segment, view, file)),
  );
}

/** Whether the bytes begin with a miniSEED record or a SEED control header. */
export function isMiniSeed(bytes: Uint8Array): boolean {
  const place = placeOf(bytes, 0);
  return isRecord3(bytes, 0) || ((place === 'data' || place === 'control') && bytes.length >= 48);
}

/** When the first record begins; null where none is in the bytes, which may be the first ones of a file.
 *  @throws FormatError naming the byte */
export function startOfMiniSeed(bytes: Uint8Array, file: string): Nanoseconds | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += STEP) {
    if (isRecord3(bytes, at)) return parseRecord3(bytes, view, at, file).start;
    if (placeOf(bytes, at) === 'data') return parseRecord2(bytes, view, at, file).start;
  }
  return null;
}

/** Adds a record to its channel: to the last segment if it follows there, else as a new one. */
function append(channels: Map<string, Segment[]>, record: SeedRecord): void {
  const key = `${record.network}.${record.station}.${record.location}.${record.channel}`;
  const segments = channels.get(key);
  const delta = 1 / record.rate;
  const fresh: Segment = {
    records: [record],
    samples: record.samples,
    delta,
    start: record.start,
    next: addSeconds(record.start, record.samples * delta - record.leap),
  };
  const last = segments?.at(-1);
  if (!segments) channels.set(key, [fresh]);
  else if (last && follows(last, fresh)) extend(last, fresh);
  else segments.push(fresh);
}

function follows(before: Segment, after: Segment): boolean {
  const off = Number(after.start - before.next) / 1e9;
  return Math.abs(1 - before.delta / after.delta) < SAME_RATE && Math.abs(off) <= before.delta / 2;
}

function extend(before: Segment, after: Segment): void {
  for (const record of after.records) before.records.push(record);
  before.samples += after.samples;
  before.next = after.next;
}

/** In time order, with what turns out to be contiguous there joined. */
function joinSegments(segments: Segment[]): Segment[] {
  const sorted = segments.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const joined: Segment[] = [];
  for (const segment of sorted) {
    const last = joined.at(-1);
    if (last && follows(last, segment)) extend(last, segment);
    else joined.push(segment);
  }
  return joined;
}

function decode(segment: Segment, view: DataView, file: string): Trace {
  const { records, samples, delta, start: starttime } = segment;
  const data = new Float64Array(samples);
  let at = 0;
  for (const record of records) {
    decodeRecord(record, view, data, at, file);
    at += record.samples;
  }
  const { network, station, location, channel } = records[0]!;
  return { network, station, location, channel, starttime, delta, data };
}
