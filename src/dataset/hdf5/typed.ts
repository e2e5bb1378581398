/** A value as it is stored. `dtype` as the library names them: `<b` `<h` `<i` `<q` and their capitals for integers, `<f`
 *  `<d` for floats, `A5` and `S5` for strings of five bytes in ASCII and UTF-8, `A` and `S` for strings of any length. */
export interface TypedValue {
  dtype: string;
  /** Empty for a single value. */
  shape: readonly number[];
  /** As many as the shape has. */
  data: ArrayBufferView | readonly string[];
}

/** A value of an attribute: a number is a double, a bigint an int64, a string one of any length in UTF-8. */
export type AttributeValue = number | bigint | string | TypedValue;
export type Attributes = Record<string, AttributeValue>;

/** Whether it is strings of any length, which the library takes as strings. */
export function isText({ dtype }: TypedValue): boolean {
  return dtype === 'S' || dtype === 'A';
}

/** The bytes of numbers, or of strings of fixed length one after the other, filled up with zeros.
 *  @throws RangeError where there are not as many values as the shape has */
export function bytesOf({ dtype, shape, data }: TypedValue, size: number): Uint8Array {
  const count = shape.reduce((product, n) => product * n, 1);
  if (ArrayBuffer.isView(data)) {
    if (data.byteLength !== count * size) throw new RangeError(`${data.byteLength} bytes are not ${count} of ${dtype}`);
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  }
  if (data.length !== count) throw new RangeError(`${data.length} values are not ${count}`);
  const bytes = Buffer.alloc(count * size);
  data.forEach((text, i) => bytes.write(text, i * size, size));
  return bytes;
}
