/** A piece of memory that serves for one thing after the other. The system hands out fresh memory page by page, which takes
 *  longer than what is done with it where each page is used once. */
export class Room {
  #bytes = Buffer.alloc(0);

  /** @returns memory of `length` bytes that holds anything; the one returned before is no longer to be used */
  bytes(length: number): Buffer {
    // A Buffer of its own begins where its memory does, so that doubles in it can be aligned.
    if (length > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(Math.ceil(length * 1.25));
    return this.#bytes.subarray(0, length);
  }

  /** @returns memory of `length` doubles, as {@link bytes} */
  doubles(length: number): Float64Array {
    const bytes = this.bytes(length * Float64Array.BYTES_PER_ELEMENT);
    return new Float64Array(bytes.buffer, bytes.byteOffset, length);
  }
}
