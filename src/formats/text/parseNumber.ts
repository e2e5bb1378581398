import { MINUS, PLUS, POINT, ZERO } from './ascii';
import { LARGEST_POWER, power, powerHigh, powerLow, productError } from './doubleDouble';

/** Powers of ten that are doubles exactly. */
const EXACT = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Relative error that bounds the double-double product below, with a wide margin: 2^-96. */
const UNCERTAIN = 2 ** -96;
const latin1 = new TextDecoder('latin1');

/** The double nearest to mantissa * 10 ** exponent, or NaN where these steps cannot tell. `mantissa` is high + low. */
function scale(high: number, low: number, exponent: number): number {
  if (low === 0 && exponent >= -22 && exponent <= 22) {
    // Both factors are exact, so one operation rounds once (Clinger 1990).
    return exponent < 0 ? high / EXACT[-exponent]! : high * EXACT[exponent]!;
  }
  if (exponent < -LARGEST_POWER || exponent > LARGEST_POWER) return NaN;
  const at = power(exponent);
  const factor = powerHigh[at]!;
  const product = high * factor;
  const rest = productError(high, factor, product) + (high * powerLow[at]! + low * factor);
  const value = product + rest;
  const tail = product - value + rest;
  const margin = value * UNCERTAIN;
  if (!(value > 1e-250 && value < 1e250)) return NaN;
  // Rounded surely only where the whole interval of the true value rounds to the same double.
  return value + (tail + margin) === value && value + (tail - margin) === value ? value : NaN;
}

/** Reads a decimal number from bytes; the result always equals `Number(text)`, and `d` and `D` stand for `e` as in
 *  Fortran. Digits that fit into 10^15 are exact at once; up to 19 digits go through double-double arithmetic, and what
 *  that cannot decide goes through `Number`.
 *  @param from  first byte of the number
 *  @param to    byte after its last
 *  @returns NaN where the bytes are not a decimal number */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let negative = false;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) {
    negative = sign === MINUS;
    at++;
  }
  let high = 0;
  let low = 0;
  let lowScale = 1;
  let significant = 0;
  let digits = 0;
  let exponent = 0;
  let fraction = false;
  for (; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      digits++;
      if (fraction) exponent--;
      if (significant === 0 && digit === 0) continue;
      significant++;
      if (significant <= 15) high = high * 10 + digit;
      else {
        low = low * 10 + digit;
        lowScale *= 10;
      }
    } else if (bytes[at] === POINT && !fraction) fraction = true;
    else break;
  }
  if (digits === 0) return NaN;
  if (at < to) {
    const written = parseExponent(bytes, at, to);
    if (Number.isNaN(written)) return NaN;
    exponent += written;
  }
  if (significant === 0) return negative ? -0 : 0;
  let value = NaN;
  if (significant <= 15) value = scale(high, 0, exponent);
  else if (significant <= 19) {
    // high * lowScale < 10^19 splits exactly into its double and the error of rounding it.
    const product = high * lowScale;
    const rest = productError(high, lowScale, product) + low;
    const sum = product + rest;
    value = scale(sum, product - sum + rest, exponent);
  }
  if (Number.isNaN(value)) return Number(latin1.decode(bytes.subarray(from, to)).replace(/[dD]/, 'e'));
  return negative ? -value : value;
}

/** The exponent from its letter on; NaN where it is none. */
function parseExponent(bytes: Uint8Array, from: number, to: number): number {
  const letter = bytes[from]! | 0x20;
  if (letter !== 101 && letter !== 100) return NaN;
  let at = from + 1;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at++;
  if (at >= to) return NaN;
  let value = 0;
  for (; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    if (value < 100_000) value = value * 10 + digit;
  }
  return sign === MINUS ? -value : value;
}
