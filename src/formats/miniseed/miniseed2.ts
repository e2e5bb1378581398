import { fromOrdinalDay } from '@/core/model';
import { FormatError } from '../error';
import { checkCapacity, isRate, TEXT, type SeedRecord } from './miniseedRecord';

const HEADER_BYTES = 48;
const SHORTEST = 7;
const LONGEST = 20;
const latin1 = new TextDecoder('latin1');

/** What stands at a place of a SEED volume. */
export type Place = 'data' | 'control' | 'blank' | 'other';

/** A data record, a control header (dictionaries of full SEED volumes), padding, or none of them. */
export function placeOf(bytes: Uint8Array, at: number): Place {
  if (at + 8 > bytes.length) return isPadding(bytes, at, bytes.length) ? 'blank' : 'other';
  for (let i = 0; i < 6; i++) {
    const byte = bytes[at + i]!;
    if (!(byte >= 48 && byte <= 57) && byte !== 32 && byte !== 0) return 'other';
  }
  const type = String.fromCharCode(bytes[at + 6]!);
  if ('DRQM'.includes(type)) return [0, 32].includes(bytes[at + 7]!) ? 'data' : 'other';
  if ('VAST'.includes(type)) return [32, 42].includes(bytes[at + 7]!) ? 'control' : 'other';
  return isPadding(bytes, at + 6, Math.min(bytes.length, at + HEADER_BYTES)) ? 'blank' : 'other';
}

function isPadding(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 0 && bytes[i] !== 32) return false;
  return true;
}

/** Reads the header of the miniSEED 2 data record at byte `from`.
 *  @returns the record; one that holds no samples (text, or none at all) has `samples` 0
 *  @throws FormatError naming the byte and what was expected there
 *  @see SEED manual v2.4, chapter 8 */
export function parseRecord2(bytes: Uint8Array, view: DataView, from: number, file: string): SeedRecord {
  const fail = (offset: number, message: string) => new FormatError(file, `byte ${from + offset}`, message);
  if (from + HEADER_BYTES > bytes.length) {
    throw fail(0, `expected a record header of ${HEADER_BYTES} bytes, the file ends after ${bytes.length - from}`);
  }
  const littleEndian = byteOrder(view, from);
  if (littleEndian === null) throw fail(20, 'expected a year of 1900-2100 and a day of 1-366, in either byte order');
  const short = (offset: number) => view.getUint16(from + offset, littleEndian);
  const blockettes = readBlockettes(bytes, view, from, littleEndian, file);
  if (blockettes.length === null || blockettes.encoding === null) {
    const advice = 'rewrite the file with blockettes 1000, for example with msrepack or ObsPy';
    throw fail(0, `the record has no blockette 1000, which gives its length and encoding: ${advice}`);
  }
  const to = from + blockettes.length;
  if (to > bytes.length) {
    throw fail(0, `the record has ${blockettes.length} bytes, but the file ends after ${bytes.length - from}`);
  }
  const samples = blockettes.encoding === TEXT ? 0 : short(30);
  const activity = bytes[from + 36]!;
  const text = (offset: number, length: number) =>
    latin1
      .decode(bytes.subarray(from + offset, from + offset + length))
      .replace(/\0/g, ' ')
      .trim();
  const record: SeedRecord = {
    from,
    to,
    station: text(8, 5),
    location: text(13, 2),
    channel: text(15, 3),
    network: text(18, 2),
    start: startTime(view, from, littleEndian, activity, blockettes.microseconds, fail),
    leap: activity & 0x10 ? 1 : activity & 0x20 ? -1 : 0,
    rate:
      blockettes.rate ?? nominalRate(view.getInt16(from + 32, littleEndian), view.getInt16(from + 34, littleEndian)),
    samples,
    encoding: blockettes.encoding,
    littleEndian: blockettes.littleEndian,
    dataFrom: from + short(44),
    dataTo: to,
  };
  if (samples === 0) return record;
  if (record.dataFrom < from + HEADER_BYTES || record.dataFrom >= to) {
    throw fail(44, `samples begin at byte ${short(44)} of a record of ${blockettes.length} bytes`);
  }
  if (!isRate(record.rate)) throw fail(32, `the sampling rate is ${record.rate} Hz`);
  checkCapacity(record, file);
  return record;
}

/** Header fields may stand in either byte order; only one gives a sensible year and day. */
function byteOrder(view: DataView, from: number): boolean | null {
  for (const littleEndian of [false, true]) {
    const year = view.getUint16(from + 20, littleEndian);
    const day = view.getUint16(from + 22, littleEndian);
    if (year >= 1900 && year <= 2100 && day >= 1 && day <= 366) return littleEndian;
  }
  return null;
}

type Fail = (offset: number, message: string) => FormatError;

/** Start of the record: header, time correction unless the activity flags say that it is applied, blockette 1001. */
function startTime(
  view: DataView,
  from: number,
  littleEndian: boolean,
  activity: number,
  microseconds: number,
  fail: Fail,
) {
  const hour = view.getUint8(from + 24);
  const minute = view.getUint8(from + 25);
  const second = view.getUint8(from + 26);
  const fraction = view.getUint16(from + 28, littleEndian);
  if (hour > 23 || minute > 59 || second > 60 || fraction > 9999) {
    throw fail(24, `expected a time, found ${hour}:${minute}:${second} and ${fraction}/10000 s`);
  }
  const correction = activity & 0x02 ? 0 : view.getInt32(from + 40, littleEndian);
  const tenths = ((hour * 60 + minute) * 60 + second) * 10_000 + fraction + correction;
  const day = fromOrdinalDay(view.getUint16(from + 20, littleEndian), view.getUint16(from + 22, littleEndian));
  return day + BigInt(tenths) * 100_000n + BigInt(microseconds) * 1000n;
}

/** Hz of the header's factor and multiplier; where negative they divide. */
function nominalRate(factor: number, multiplier: number): number {
  if (factor === 0 || multiplier === 0) return 0;
  const rate = factor > 0 ? factor : -1 / factor;
  return multiplier > 0 ? rate * multiplier : -rate / multiplier;
}

interface Blockettes {
  length: number | null;
  encoding: number | null;
  littleEndian: boolean;
  microseconds: number;
  rate: number | null;
}

/** Follows the chain of blockettes: 1000 (encoding, length), 1001 (microseconds), 100 (actual sampling rate). */
function readBlockettes(
  bytes: Uint8Array,
  view: DataView,
  from: number,
  littleEndian: boolean,
  file: string,
): Blockettes {
  const found: Blockettes = { length: null, encoding: null, littleEndian: false, microseconds: 0, rate: null };
  let offset = view.getUint16(from + 46, littleEndian);
  while (offset !== 0) {
    const at = from + offset;
    if (offset < HEADER_BYTES || at + 8 > bytes.length) {
      throw new FormatError(file, `byte ${from + 46}`, `a blockette is said to lie at byte ${offset} of the record`);
    }
    const type = view.getUint16(at, littleEndian);
    const next = view.getUint16(at + 2, littleEndian);
    if (type === 1000) {
      const exponent = view.getUint8(at + 6);
      if (exponent < SHORTEST || exponent > LONGEST) {
        const message = `the record length is 2^${exponent}, expected an exponent of ${SHORTEST} to ${LONGEST}`;
        throw new FormatError(file, `byte ${at + 6}`, message);
      }
      found.encoding = view.getUint8(at + 4);
      found.littleEndian = view.getUint8(at + 5) === 0;
      found.length = 2 ** exponent;
    } else if (type === 1001) found.microseconds = view.getInt8(at + 5);
    else if (type === 100) {
      const rate = view.getFloat32(at + 4, littleEndian);
      found.rate = rate > 0 ? rate : null;
    }
    if (next !== 0 && next <= offset) {
      throw new FormatError(
        file,
        `byte ${at + 2}`,
        `the blockette after that at byte ${offset} is said to lie at ${next}`,
      );
    }
    offset = next;
  }
  return found;
}
