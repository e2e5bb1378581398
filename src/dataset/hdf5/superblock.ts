import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { DatasetError } from '../error';

const SIGNATURE = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);
/** As much of a file's begin as holds the fields below. */
const HEAD = 64;
/** By the version of a superblock: the byte that tells how long an address is, and where addresses begin, of which the third
 *  is that of the file's end. */
const LAYOUTS = [
  { addressSize: 13, addresses: 24 },
  { addressSize: 13, addresses: 28 },
  { addressSize: 9, addresses: 12 },
  { addressSize: 9, addresses: 12 },
];
const ADVICE = 'The file is damaged or not HDF5: fetch it again, or move it away and run the event again.';

/** Refuses what is no HDF5 file, or was cut short, as most that are damaged were: the library would say so, too, without the
 *  place, and be of no use afterwards.
 *  @throws DatasetError naming the byte
 *  @see HDF5 File Format Specification 3.0, II.A "Format Signature and Superblock" */
export function checkSuperblock(path: string): void {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    const head = bytesAt(descriptor, 0, HEAD);
    // It may begin with a block of its owner's. Such files are the library's to judge.
    const isOthers = !isSigned(head) && isSignedLater(descriptor, size);
    const signature = 'expected the signature of HDF5';
    const wrong = isSigned(head) ? wrongEnd(path, head, size) : isOthers ? null : refusal(path, 0, signature);
    if (wrong !== null) throw wrong;
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const advice = 'Check that it is a file that you may read.';
    throw new DatasetError(path, `cannot be read: ${(error as Error).message}`, advice);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Whether a file has lost its end, as by a copy that was broken off or a disk that was full. One that grew is whole; one
 *  that cannot be read, or is of another kind, is not judged.
 *  @param path of a file that was written as a dataset */
export function isCutShort(path: string): boolean {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    const head = bytesAt(descriptor, 0, HEAD);
    return size === 0 || (isSigned(head) && wrongEnd(path, head, size) !== null);
  } catch {
    return false;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function wrongEnd(path: string, head: Uint8Array, size: number): DatasetError | null {
  const at = SIGNATURE.length;
  const layout = LAYOUTS[head[at] ?? Infinity];
  if (layout === undefined) return refusal(path, at, 'expected the version of the superblock, 0 to 3');
  const width = head[layout.addressSize] ?? 0;
  if (![2, 4, 8].includes(width)) return refusal(path, layout.addressSize, 'expected the size of addresses, 2, 4 or 8');
  const place = layout.addresses + 2 * width;
  const end = littleEndian(head.subarray(place, place + width));
  if (head.length >= place + width && end <= BigInt(size)) return null;
  return refusal(path, place, `the file should have ${end} bytes and has ${size}: it was cut short`);
}

function isSigned(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

function isSignedLater(descriptor: number, size: number): boolean {
  for (let at = 512; at < size; at *= 2) if (isSigned(bytesAt(descriptor, at, SIGNATURE.length))) return true;
  return false;
}

/** Fewer where the file ends. */
function bytesAt(descriptor: number, at: number, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, count, at));
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function refusal(path: string, at: number, message: string): DatasetError {
  return new DatasetError(path, `byte ${at}: ${message}`, ADVICE);
}
