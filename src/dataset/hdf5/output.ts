import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Blocks smaller than this are gathered before they are written. */
const BUFFER = 1 << 20;

interface Extent {
  address: number;
  length: number;
  checksum: number;
}

/** A file that is written once, mostly from its start to its end, and can be read back and compared. */
export class Output {
  readonly #path: string;
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(BUFFER);
  readonly #extents: Extent[] = [];
  /** Where the buffer's first byte goes, and how many there are. */
  #start = 0;
  #held = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w');
  }

  /** Where the next block goes. */
  get end(): number {
    return this.#start + this.#held;
  }

  /** Appends a block, and zeros up to a multiple of 8.
   *  @returns its address */
  append(bytes: Uint8Array): number {
    const address = this.end;
    const padded = (bytes.length + 7) & ~7;
    if (padded > BUFFER - this.#held) this.#flush();
    if (padded > BUFFER) {
      this.#write(bytes, this.#start);
      this.#start += bytes.length;
      this.#gather(new Uint8Array(padded - bytes.length));
    } else {
      this.#gather(bytes);
      this.#gather(new Uint8Array(padded - bytes.length));
    }
    return address;
  }

  /** Leaves room for a block that is written later.
   *  @returns its address */
  reserve(length: number): number {
    this.#flush();
    const address = this.#start;
    this.#start += length;
    return address;
  }

  /** Writes a block that room was left for. */
  fill(address: number, bytes: Uint8Array): void {
    this.#write(bytes, address);
  }

  /** Forces everything onto the disk and closes the file. */
  finish(): void {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  /** Closes the file as it is. */
  abandon(): void {
    closeSync(this.#file);
  }

  /** Opens the closed file again and compares every byte of it with what was written. */
  isAsWritten(): boolean {
    const file = openSync(this.#path, 'r');
    try {
      return this.#extents.every(({ address, length, checksum }) => checksumOf(file, address, length) === checksum);
    } finally {
      closeSync(file);
    }
  }

  #gather(bytes: Uint8Array): void {
    this.#buffer.set(bytes, this.#held);
    this.#held += bytes.length;
  }

  #flush(): void {
    if (this.#held === 0) return;
    this.#write(this.#buffer.subarray(0, this.#held), this.#start);
    this.#start += this.#held;
    this.#held = 0;
  }

  #write(bytes: Uint8Array, address: number): void {
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at, bytes.length - at, address + at);
    this.#extents.push({ address, length: bytes.length, checksum: crc32(bytes) });
  }
}

function checksumOf(file: number, address: number, length: number): number {
  const block = Buffer.allocUnsafe(Math.min(length, BUFFER));
  let sum = 0;
  for (let at = 0; at < length;) {
    const count = readSync(file, block, 0, Math.min(block.length, length - at), address + at);
    if (count === 0) return NaN;
    sum = crc32(block.subarray(0, count), sum);
    at += count;
  }
  return sum;
}
