import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Parameters } from '@/core/config';
import type { PairKey, SeismicEvent, Station } from '@/core/model';
import type { PairResult } from '@/core/pair';
import { DatasetError } from './error';
import { makeFolder } from './makeFolder';
import { Room } from './room';
import { decodeValue, encodeValue } from './values';
import { writeParts } from './writing';

/** All that one pair leaves behind: what its dataset, its figure and its detail view are made of. */
export interface SpoolRecord {
  key: PairKey;
  parameters: Parameters;
  event: SeismicEvent | null;
  station: Station | null;
  /** File that describes the event; its bytes go into the dataset where it is QuakeML. */
  eventFile: string | null;
  /** Files that describe the station; those that are StationXML go into the dataset. */
  stationFiles: string[];
  result: PairResult;
}

/*
 * The file: a header of 32 bytes, the record as JSON, and the doubles it refers to. Little-endian.
 *
 *   0  8 bytes   "ATOASPL\0"
 *   8  uint32    version
 *  12  uint32    CRC-32 of everything after the header
 *  16  uint64    bytes of JSON, padded with spaces to a multiple of 8, so that the doubles are aligned
 *  24  uint64    bytes of doubles
 */
const MAGIC = 'ATOASPL\0';
const VERSION = 1;
const HEADER = 32;

/** Writes a record to `path` in one piece: a temporary file beside it, then renamed. Makes the folder where it is missing.
 *  Nothing is forced onto the disk: the host does so with many at a time (src/executive/journal/durability.ts). */
export function writeSpool(path: string, record: SpoolRecord): void {
  const { json, arrays } = encodeValue(record);
  const head = Buffer.from(json);
  const text = Buffer.concat([head, Buffer.alloc(-head.length & 7, ' ')]);
  const payload = arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  // An empty piece would reset the checksum, which zlib defines so.
  const body = [text, ...payload].filter((piece) => piece.length > 0);
  const header = Buffer.alloc(HEADER);
  header.write(MAGIC, 'latin1');
  header.writeUInt32LE(VERSION, 8);
  header.writeUInt32LE(
    body.reduce((sum, bytes) => crc32(bytes, sum), 0),
    12,
  );
  header.writeBigUInt64LE(BigInt(text.length), 16);
  header.writeBigUInt64LE(BigInt(payload.reduce((sum, bytes) => sum + bytes.length, 0)), 24);

  makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeParts(temporary, [header, ...body]);
    renameSync(temporary, path);
  } catch (error) {
    // What a full disk has of it is of no use, and in the way.
    rmSync(temporary, { force: true });
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/** Reads a record; its arrays are views into the file's bytes.
 *  @throws DatasetError for a file that is cut short, damaged or not a spool file */
export function readSpool(path: string): SpoolRecord {
  return recordOf(path, readFileSync(path));
}

/** Whether all of a record is there, as it was written. What it holds is not looked at. */
export function isWholeSpool(path: string): boolean {
  try {
    checkSpool(path, readFileSync(path));
    return true;
  } catch {
    return false;
  }
}

/** Reads one record after the other into the same memory. */
export class SpoolReader {
  readonly #room = new Room();

  /** As {@link readSpool}; the record's arrays are valid until the next one is read. */
  read(path: string): SpoolRecord {
    const file = openSync(path, 'r');
    try {
      const bytes = this.#room.bytes(fstatSync(file).size);
      let length = 0;
      for (let more = -1; more !== 0 && length < bytes.length; length += more) {
        more = readSync(file, bytes, length, bytes.length - length, null);
      }
      return recordOf(path, bytes.subarray(0, length));
    } finally {
      closeSync(file);
    }
  }
}

function refuse(path: string, message: string, cause?: unknown): never {
  throw new DatasetError(path, message, 'Run again: the pair is done anew.', { cause });
}

/** @returns where the doubles begin */
function checkSpool(path: string, bytes: Buffer): number {
  const fail = (message: string) => refuse(path, message);
  if (bytes.length < HEADER) fail(`is cut short: ${bytes.length} bytes, a header has ${HEADER}`);
  if (bytes.toString('latin1', 0, 8) !== MAGIC) fail('is not a spool file: its first bytes are others');
  const version = bytes.readUInt32LE(8);
  if (version !== VERSION) fail(`is a spool file of version ${version}; this program reads version ${VERSION}`);
  const textBytes = Number(bytes.readBigUInt64LE(16));
  const payloadBytes = Number(bytes.readBigUInt64LE(24));
  const expected = HEADER + textBytes + payloadBytes;
  if (bytes.length !== expected) fail(`is cut short or padded: ${bytes.length} bytes, its header says ${expected}`);
  if (crc32(bytes.subarray(HEADER)) !== bytes.readUInt32LE(12)) fail('is damaged: its checksum does not match');
  return HEADER + textBytes;
}

function recordOf(path: string, bytes: Buffer): SpoolRecord {
  const end = checkSpool(path, bytes);
  try {
    // The checksum vouches for the bytes, the version for what they mean.
    return decodeValue(bytes.toString('utf8', HEADER, end), doubles(bytes, end)) as SpoolRecord;
  } catch (error) {
    return refuse(path, 'does not hold a record', error);
  }
}

function doubles(bytes: Buffer, start: number): Float64Array {
  const at = bytes.byteOffset + start;
  if (at % 8 === 0) return new Float64Array(bytes.buffer, at, (bytes.length - start) / 8);
  // A small file's Buffer is a piece of a pool, anywhere in it; doubles need a multiple of 8.
  return new Float64Array(Uint8Array.from(bytes.subarray(start)).buffer);
}
