import type { Hdf5Module } from './reader';

const SMALLEST = 1 << 16;

/** A piece of the library's memory, from which it takes what it writes, and into which it puts what it reads. One piece
 *  serves many calls: taking and freeing one costs as much as some of the calls. */
export class Scratch {
  readonly #module: Hdf5Module;
  #pointer = 0;
  #bytes = 0;

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

  /** @returns where there is room for `length` bytes
   *  @throws Error where there is no memory */
  room(length: number): bigint {
    if (length > this.#bytes || this.#pointer === 0) {
      this.free();
      const bytes = Math.max(length, SMALLEST);
      const pointer = this.#module._malloc(bytes);
      if (pointer === 0) throw new Error(`no memory for ${bytes} bytes`);
      this.#pointer = pointer;
      this.#bytes = bytes;
    }
    return BigInt(this.#pointer);
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
