/** A value as it is stored. `dtype` as the library names them: `<b` `<h` `<i` `<q` and their capitals for integers, `<f`
 *  `<d` for floats, `A5` and `S5` for strings of five bytes in ASCII and UTF-8, `A` and `S` for strings of any length. */
export interface TypedValue {
  dtype: string;
  /** Empty for a single value. */
  shape: readonly number[];
  /** As many as the shape has. */
  data: ArrayBufferView | readonly string[];
}

export type TypedAttributes = Record<string, TypedValue>;
