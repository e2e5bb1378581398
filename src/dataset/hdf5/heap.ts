import { Bytes } from './bytes';
import type { Output } from './output';

const HEAD = 16;
const [SMALLEST, LARGEST] = [4096, 65_536];

/** The strings of any length, in collections of the global heap. @see HDF5 File Format Specification, III.E */
export class GlobalHeap {
  readonly #output: Output;
  #size = SMALLEST / 2;
  #collection: { address: number; size: number; bytes: Bytes; objects: number } | null = null;

  constructor(output: Output) {
    this.#output = output;
  }

  /** Appends the reference to a new string: its length, its collection's address, its number there. */
  put(text: string, into: Bytes): void {
    const length = Buffer.byteLength(text);
    if (length === 0) {
      into.zeros(16);
      return;
    }
    const needed = HEAD + ((length + 7) & ~7);
    let collection = this.#collection;
    if (!collection || collection.bytes.length + needed + HEAD > collection.size) collection = this.#begin(needed);
    collection.bytes.u16(++collection.objects).u16(0).u32(0).u64(length).text(text).align();
    into.u32(length).u64(collection.address).u32(collection.objects);
  }

  /** Writes the last collection. */
  finish(): void {
    if (this.#collection === null) return;
    const { address, size, bytes } = this.#collection;
    const rest = size - bytes.length;
    // What is left is object 0, whose size includes its head.
    bytes
      .u16(0)
      .u16(0)
      .u32(0)
      .u64(rest)
      .zeros(rest - HEAD);
    this.#output.fill(address, bytes.view());
    this.#collection = null;
  }

  #begin(needed: number): { address: number; size: number; bytes: Bytes; objects: number } {
    this.finish();
    this.#size = Math.min(LARGEST, 2 * this.#size);
    const size = Math.max(this.#size, (needed + 2 * HEAD + SMALLEST - 1) & -SMALLEST);
    const bytes = new Bytes(size).text('GCOL').u8(1).zeros(3).u64(size);
    return (this.#collection = { address: this.#output.reserve(size), size, bytes, objects: 0 });
  }
}
