/** Address of nothing. */
export const UNDEFINED = 0xffff_ffff_ffff_ffffn;

/** Bytes in the order of the HDF5 format, little-endian, that grow as they are written. */
export class Bytes {
  #buffer: Buffer;
  #length = 0;

  constructor(capacity = 512) {
    this.#buffer = Buffer.alloc(capacity);
  }

  get length(): number {
    return this.#length;
  }

  u8(...values: number[]): this {
    let at = this.#room(values.length);
    for (const value of values) this.#buffer[at++] = value;
    return this;
  }

  u16(value: number): this {
    const at = this.#room(2);
    this.#buffer.writeUInt16LE(value, at);
    return this;
  }

  u32(value: number): this {
    const at = this.#room(4);
    this.#buffer.writeUInt32LE(value, at);
    return this;
  }

  /** An address or a size. */
  u64(value: number | bigint): this {
    const at = this.#room(8);
    if (typeof value === 'bigint') {
      this.#buffer.writeBigUInt64LE(value, at);
    } else {
      this.#buffer.writeUInt32LE(value % 2 ** 32, at);
      this.#buffer.writeUInt32LE(Math.floor(value / 2 ** 32), at + 4);
    }
    return this;
  }

  text(value: string): this {
    const at = this.#room(Buffer.byteLength(value));
    this.#buffer.write(value, at, 'utf8');
    return this;
  }

  raw(bytes: Uint8Array): this {
    const at = this.#room(bytes.length);
    this.#buffer.set(bytes, at);
    return this;
  }

  zeros(count: number): this {
    // The buffer is made of zeros, and what was cut off is never written again.
    this.#room(count);
    return this;
  }

  /** Zeros up to a multiple of 8. */
  align(): this {
    return this.zeros(-this.#length & 7);
  }

  /** The bytes so far; valid until more are written. */
  view(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #room(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#buffer.length) {
      const larger = Buffer.alloc(Math.max(2 * this.#buffer.length, this.#length));
      larger.set(this.#buffer.subarray(0, at));
      this.#buffer = larger;
    }
    return at;
  }
}
