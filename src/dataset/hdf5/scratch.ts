import type { Hdf5Module } from './reader';

const SMALLEST = 1 << 16;
const ENCODER = new TextEncoder();

/** A piece of the library's memory, from which it takes what it writes, and into which it puts what it reads. One piece
 *  serves many calls: taking and freeing one costs as much as some of the calls. */
export class Scratch {
  readonly #module: Hdf5Module;
  #pointer = 0;
  #address = 0n;
  #bytes = 0;
  /** A single value, as its bytes. */
  readonly #single = new Uint8Array(8);
  readonly #double = new Float64Array(this.#single.buffer);
  readonly #integer = new BigInt64Array(this.#single.buffer);
  readonly #pointers = new Uint32Array(this.#single.buffer);

  constructor(module: Hdf5Module) {
    this.#module = module;
  }

  /** @returns where `bytes` stand now
   *  @throws Error where there is no memory */
  place(bytes: Uint8Array): bigint {
    const pointer = this.room(bytes.length);
    this.#module.HEAPU8.set(bytes, this.#pointer);
    return pointer;
  }

  double(value: number): bigint {
    this.#double[0] = value;
    return this.place(this.#single);
  }

  integer(value: bigint): bigint {
    this.#integer[0] = value;
    return this.place(this.#single);
  }

  /** A string of any length as HDF5 takes it: a pointer to its bytes in UTF-8, after which comes a zero.
   *  @throws Error where there is no memory */
  text(value: string): bigint {
    // A UTF-16 unit takes three bytes at most.
    const most = 3 * value.length;
    const address = this.room(this.#single.length + most + 1);
    const start = this.#pointer + this.#single.length;
    this.#pointers[0] = start;
    const { HEAPU8: memory } = this.#module;
    memory.set(this.#single, this.#pointer);
    const { written } = ENCODER.encodeInto(value, memory.subarray(start, start + most));
    memory[start + written] = 0;
    return address;
  }

  /** @returns where there is room for `length` bytes
   *  @throws Error where there is no memory */
  room(length: number): bigint {
    if (length > this.#bytes || this.#pointer === 0) {
      this.free();
      const bytes = Math.max(length, SMALLEST);
      const pointer = this.#module._malloc(bytes);
      if (pointer === 0) throw new Error(`no memory for ${bytes} bytes`);
      this.#pointer = pointer;
      this.#address = BigInt(pointer);
      this.#bytes = bytes;
    }
    return this.#address;
  }

  /** The first bytes of the piece; valid until the next call of the library, which may move its memory. */
  view(length: number): Uint8Array {
    return this.#module.HEAPU8.subarray(this.#pointer, this.#pointer + length);
  }

  free(): void {
    if (this.#pointer !== 0) this.#module._free(this.#pointer);
    this.#pointer = 0;
    this.#bytes = 0;
  }
}
