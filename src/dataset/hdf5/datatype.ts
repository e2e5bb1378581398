import { Bytes } from './bytes';

/** A value as it is stored. `dtype` in numpy's manner: `<b` `<h` `<i` `<q` and their capitals for integers, `<f` `<d` for
 *  floats, `A5` and `S5` for strings of five bytes in ASCII and UTF-8, `A` and `S` for strings of any length. */
export interface TypedValue {
  dtype: string;
  /** Empty for a single value. */
  shape: readonly number[];
  /** As many as the shape has: numbers as their bytes, strings as they are. */
  data: ArrayBufferView | readonly string[];
}

export type TypedAttributes = Record<string, TypedValue>;

const INTEGER_BYTES: Record<string, number> = { b: 1, h: 2, i: 4, q: 8 };
/** Size, then the bits of sign, exponent (from, count), mantissa (count) and the exponent's bias. */
const FLOATS: Record<string, readonly [number, number, number, number, number, number]> = {
  f: [4, 31, 23, 8, 23, 127],
  d: [8, 63, 52, 11, 52, 1023],
};
const STRING = /^([AS])(\d*)$/;
/** Classes of the format. */
const [FIXED_POINT, FLOATING_POINT, TEXT, VARIABLE_LENGTH] = [0, 1, 3, 9];

/** Character set where a dtype is a string's: 0 ASCII, 1 UTF-8; and its size, null for any length. */
export function stringOf(dtype: string): { charset: number; size: number | null } | null {
  const match = STRING.exec(dtype);
  if (match === null) return null;
  return { charset: match[1] === 'S' ? 1 : 0, size: match[2] === '' ? null : Number(match[2]) };
}

/** Bytes of one element. */
export function sizeOf(dtype: string): number {
  const string = stringOf(dtype);
  if (string) return string.size ?? 16;
  const letter = dtype.at(-1)!;
  return FLOATS[letter]?.[0] ?? INTEGER_BYTES[letter.toLowerCase()]!;
}

const known = new Map<string, Uint8Array>();

/** The datatype message of a dtype. @see HDF5 File Format Specification, IV.A.2.d */
export function datatypeMessage(dtype: string): Uint8Array {
  let message = known.get(dtype);
  if (!message) {
    message = Uint8Array.from(encoded(dtype));
    known.set(dtype, message);
  }
  return message;
}

function encoded(dtype: string): Uint8Array {
  const bytes = new Bytes(32);
  const head = (kind: number, bits: readonly number[], size: number) => bytes.u8(0x10 | kind, ...bits).u32(size);
  const string = stringOf(dtype);
  const letter = dtype.at(-1)!;
  const float = FLOATS[letter];
  if (string?.size === null) {
    // A null-terminated string; its base type is an unsigned byte, as the HDF5 library writes it.
    head(VARIABLE_LENGTH, [1, string.charset, 0], 16).raw(datatypeMessage('<B'));
  } else if (string) {
    // Padded with nulls, as numpy's strings are.
    head(TEXT, [1 | (string.charset << 4), 0, 0], string.size);
  } else if (float) {
    const [size, sign, exponent, exponentBits, mantissaBits, bias] = float;
    // 0x20: the leading bit of the mantissa is not stored.
    head(FLOATING_POINT, [0x20, sign, 0], size)
      .u16(0)
      .u16(8 * size);
    bytes.u8(exponent, exponentBits, 0, mantissaBits).u32(bias);
  } else {
    const size = sizeOf(dtype);
    const isSigned = letter === letter.toLowerCase();
    head(FIXED_POINT, [isSigned ? 8 : 0, 0, 0], size)
      .u16(0)
      .u16(8 * size);
  }
  return bytes.view();
}

/** The dataspace message of a shape.
 *  @param isGrowable whether it may be lengthened without limit */
export function dataspaceMessage(shape: readonly number[], isGrowable = false): Uint8Array {
  const bytes = new Bytes(40).u8(1, shape.length, isGrowable ? 1 : 0).zeros(5);
  for (const size of shape) bytes.u64(size);
  if (isGrowable) for (let i = 0; i < shape.length; i++) bytes.u64(0xffff_ffff_ffff_ffffn);
  return bytes.view();
}
