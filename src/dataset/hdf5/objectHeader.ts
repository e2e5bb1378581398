import { Bytes, UNDEFINED } from './bytes';
import { dataspaceMessage, datatypeMessage, sizeOf, stringOf, type TypedAttributes, type TypedValue } from './datatype';
import type { GlobalHeap } from './heap';

/** Types of messages. */
export const MESSAGE = { dataspace: 1, datatype: 3, fillValue: 5, layout: 8, attribute: 12, symbolTable: 17 } as const;
const LONGEST_MESSAGE = 65_528;

/** A version 1 object header, which has its messages in one piece. @see HDF5 File Format Specification, IV.A.1.a */
export class ObjectHeader {
  readonly #messages = new Bytes();
  #count = 0;

  /** @throws RangeError for a message that is too long for the format */
  add(type: number, content: Uint8Array): this {
    const size = (content.length + 7) & ~7;
    if (size > LONGEST_MESSAGE) throw new RangeError(`a value of ${content.length} bytes is too long for an attribute`);
    this.#messages.u16(type).u16(size).zeros(4).raw(content).align();
    this.#count++;
    return this;
  }

  attributes(values: TypedAttributes, heap: GlobalHeap): this {
    for (const [name, value] of Object.entries(values)) this.add(MESSAGE.attribute, attribute(name, value, heap));
    return this;
  }

  bytes(): Uint8Array {
    const head = new Bytes(16 + this.#messages.length).u8(1, 0).u16(this.#count).u32(1).u32(this.#messages.length);
    return head.align().raw(this.#messages.view()).view();
  }
}

/** @see HDF5 File Format Specification, IV.A.2.m, version 3 */
function attribute(name: string, value: TypedValue, heap: GlobalHeap): Uint8Array {
  const type = datatypeMessage(value.dtype);
  const space = dataspaceMessage(value.shape);
  const length = Buffer.byteLength(name);
  const bytes = new Bytes(128)
    .u8(3, 0)
    .u16(length + 1)
    .u16(type.length)
    .u16(space.length);
  bytes
    .u8(length === name.length ? 0 : 1)
    .text(name)
    .u8(0)
    .raw(type)
    .raw(space);
  putData(value, heap, bytes);
  return bytes.view();
}

/** Appends the elements of a value as they are stored. */
export function putData({ dtype, data }: TypedValue, heap: GlobalHeap, into: Bytes): void {
  if (ArrayBuffer.isView(data)) {
    into.raw(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    return;
  }
  const { size } = stringOf(dtype)!;
  for (const text of data) {
    if (size === null) heap.put(text, into);
    else into.raw(Buffer.from(text).subarray(0, size)).zeros(Math.max(0, size - Buffer.byteLength(text)));
  }
}

/** Storage in one piece. */
export function contiguousLayout(address: number, size: number): Uint8Array {
  return new Bytes(24)
    .u8(3, 1)
    .u64(size === 0 ? UNDEFINED : address)
    .u64(size)
    .view();
}

/** Storage in chunks, of which a B-tree tells the places. */
export function chunkedLayout(tree: number, shape: readonly number[], dtype: string): Uint8Array {
  const bytes = new Bytes(32).u8(3, 2, shape.length + 1).u64(tree);
  for (const size of shape) bytes.u32(size);
  return bytes.u32(sizeOf(dtype)).view();
}

/** The library's default: zeros, written where storage is allocated and a value was set.
 *  @param allocation when storage is allocated: 2 late, 3 as needed */
export function fillValue(allocation: 2 | 3): Uint8Array {
  return new Bytes(8).u8(2, allocation, 2, 1).u32(0).view();
}
