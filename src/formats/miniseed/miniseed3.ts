import { fromOrdinalDay, type ChannelId } from '@/core/model';
import { crc32c } from './crc32c';
import { FormatError } from '../error';
import { STEIM1, STEIM2, TEXT, checkCapacity, isRate, type SeedRecord } from './miniseedRecord';

const HEADER_BYTES = 40;
const CRC = 28;
const OPAQUE = 100;
const latin1 = new TextDecoder('latin1');

/** Whether a miniSEED 3 record begins at byte `at`: "MS" and the format version. */
export function isRecord3(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 77 && bytes[at + 1] === 83 && bytes[at + 2] === 3;
}

/** Reads the header of the miniSEED 3 record at byte `from` and checks its CRC.
 *  @throws FormatError naming the byte and what was expected there
 *  @see FDSN 2023, miniSEED 3, and FDSN Source Identifiers */
export function parseRecord3(bytes: Uint8Array, view: DataView, from: number, file: string): SeedRecord {
  const fail = (offset: number, message: string) => new FormatError(file, `byte ${from + offset}`, message);
  if (from + HEADER_BYTES > bytes.length) {
    throw fail(0, `expected a record header of ${HEADER_BYTES} bytes, the file ends after ${bytes.length - from}`);
  }
  const idLength = view.getUint8(from + 33);
  const dataFrom = from + HEADER_BYTES + idLength + view.getUint16(from + 34, true);
  const to = dataFrom + view.getUint32(from + 36, true);
  if (to > bytes.length) {
    throw fail(0, `the record has ${to - from} bytes, but the file ends after ${bytes.length - from}`);
  }
  const expected = view.getUint32(from + CRC, true);
  const crc = crc32c(bytes.subarray(from, to), CRC);
  if (crc !== expected) throw fail(CRC, `the CRC of the record is ${hex(crc)}, its header says ${hex(expected)}`);

  const encoding = view.getUint8(from + 15);
  const hasSamples = encoding !== TEXT && encoding !== OPAQUE;
  const stated = view.getFloat64(from + 16, true);
  const record: SeedRecord = {
    ...channelOf(latin1.decode(bytes.subarray(from + HEADER_BYTES, from + HEADER_BYTES + idLength)), file, from),
    from,
    to,
    start: startTime(view, from, fail),
    leap: 0,
    // A negative rate is a sampling interval in s.
    rate: stated < 0 ? -1 / stated : stated,
    samples: hasSamples ? view.getUint32(from + 24, true) : 0,
    encoding,
    // Numbers are little-endian, Steim frames big-endian as ever.
    littleEndian: encoding !== STEIM1 && encoding !== STEIM2,
    dataFrom,
    dataTo: to,
  };
  if (record.samples === 0) return record;
  if (!isRate(record.rate)) throw fail(16, `the sampling rate is ${stated} Hz`);
  checkCapacity(record, file);
  return record;
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}

function startTime(view: DataView, from: number, fail: (offset: number, message: string) => FormatError) {
  const nanosecond = view.getUint32(from + 4, true);
  const year = view.getUint16(from + 8, true);
  const day = view.getUint16(from + 10, true);
  const [hour, minute, second] = [12, 13, 14].map((offset) => view.getUint8(from + offset)) as [number, number, number];
  if (day < 1 || day > 366 || hour > 23 || minute > 59 || second > 60 || nanosecond > 999_999_999) {
    throw fail(4, `expected a time, found year ${year}, day ${day}, ${hour}:${minute}:${second} and ${nanosecond} ns`);
  }
  return fromOrdinalDay(year, day) + BigInt((hour * 60 + minute) * 60 + second) * 1_000_000_000n + BigInt(nanosecond);
}

/** FDSN:NET_STA_LOC_BAND_SOURCE_SUBSOURCE; a channel of one letter each is written as SEED does, without underscores. */
function channelOf(identifier: string, file: string, from: number): ChannelId {
  const parts = identifier.replace(/^(FDSN|XFDSN):/, '').split('_');
  if (!/^X?FDSN:/.test(identifier) || parts.length < 4) {
    const message = `expected a source identifier FDSN:NET_STA_LOC_B_S_SS, found "${identifier.slice(0, 40)}"`;
    throw new FormatError(file, `byte ${from + HEADER_BYTES}`, message);
  }
  const [network, station, location, ...codes] = parts as [string, string, string, ...string[]];
  const channel = codes.every((code) => code.length <= 1) ? codes.join('') : codes.join('_');
  return { network, station, location, channel };
}
