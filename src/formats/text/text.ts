import { FormatError } from '../error';

/** Bytes as text: UTF-8 with or without a byte order mark, UTF-16 with one, or the encoding `label` names.
 *  @throws FormatError where the encoding is unknown */
export function decodeText(bytes: Uint8Array, file: string, label?: string): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : (label ?? 'utf-8');
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    throw new FormatError(file, 'line 1', `unknown text encoding "${encoding}"`, { cause });
  }
}

/** Each digit can be matched in one way only: a long line of them that ends wrongly must not be tried in all others. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A decimal number, also in Fortran's spelling (1.d15); null where the text is none. */
export function parseDecimal(text: string): number | null {
  const plain = text.trim().replace(/d(?=[+-]?\d+$)/i, 'e');
  if (!NUMBER.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
