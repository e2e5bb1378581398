import { E, MINUS, PLUS, POINT, ZERO } from './ascii';
import { LARGEST_POWER, decompose, power, powerHigh, powerLow, productError } from './doubleDouble';

const DIGITS = 18;
/** Characters of `%.18e` at most: sign, digit, point, 18 digits, `e-308`. */
export const FORMATTED_LENGTH = 27;
const ZERO_TEXT = new TextEncoder().encode('0.000000000000000000e+00');

/** Writes `value` as C's `%.18e` does (19 significant digits of its exact decimal expansion, ties to even), which is
 *  what numpy.savetxt writes. Most values go through double-double arithmetic, whose error of some 2^-40 of the last
 *  digit leaves the rounding in no doubt; what is in doubt goes through integers.
 *  @param value finite
 *  @returns the byte after the last one written */
export function formatExponential(value: number, bytes: Uint8Array, at: number): number {
  if (value === 0) {
    if (Object.is(value, -0)) bytes[at++] = MINUS;
    bytes.set(ZERO_TEXT, at);
    return at + ZERO_TEXT.length;
  }
  if (value < 0) bytes[at++] = MINUS;
  return formatPositive(Math.abs(value), bytes, at);
}

function formatPositive(value: number, bytes: Uint8Array, at: number): number {
  let exponent = Math.floor(Math.log10(value));
  // Math.log10 may be off by one unit near a power of ten: at most one step up or down follows.
  for (let attempt = 0; attempt < 3; attempt++) {
    const shift = DIGITS - exponent;
    if (shift < -LARGEST_POWER || shift > LARGEST_POWER) break;
    const index = power(shift);
    const factor = powerHigh[index]!;
    const product = value * factor;
    const rest = productError(value, factor, product) + value * powerLow[index]!;
    if (product + rest >= 1e19) {
      exponent++;
      continue;
    }
    if (product + rest < 1e18) {
      exponent--;
      continue;
    }
    const whole = Math.floor(rest);
    const part = rest - whole;
    // In doubt: near a tie, or so near a power of ten that the number of digits is not sure.
    if (Math.abs(part - 0.5) < 1e-6 || product < 1.0000000001e18 || product > 9.999999999e18) break;
    const low = part > 0.5 ? whole + 1 : whole;
    // Nine digits and ten: the remainder of 1e10 is exact, as product is an integer and quotient * 1e10 is near it.
    let quotient = Math.floor(product / 1e10);
    const multiple = quotient * 1e10;
    let remainder = product - multiple - productError(quotient, 1e10, multiple) + low;
    if (remainder < 0) {
      quotient--;
      remainder += 1e10;
    } else if (remainder >= 1e10) {
      quotient++;
      remainder -= 1e10;
    }
    return writeDigits(quotient, remainder, exponent, bytes, at);
  }
  const exact = exactDigits(value);
  return writeDigits(
    Number(exact.digits / 10_000_000_000n),
    Number(exact.digits % 10_000_000_000n),
    exact.exponent,
    bytes,
    at,
  );
}

/** The 19 digits of a positive value by integer arithmetic, rounded half to even. */
function exactDigits(value: number): { digits: bigint; exponent: number } {
  const { mantissa, exponent: binary } = decompose(value);
  let exponent = Number(value.toExponential(0).split('e')[1]);
  for (;;) {
    const shift = DIGITS - exponent;
    let numerator = mantissa;
    let denominator = 1n;
    if (shift >= 0) numerator *= 10n ** BigInt(shift);
    else denominator *= 10n ** BigInt(-shift);
    if (binary >= 0) numerator <<= BigInt(binary);
    else denominator <<= BigInt(-binary);
    const floor = numerator / denominator;
    const twice = 2n * (numerator - floor * denominator);
    // toExponential(0) rounds, so the exponent may be one too large; and the digits may round up to the next power.
    if (floor < 10n ** 18n) {
      exponent--;
      continue;
    }
    const digits = twice > denominator || (twice === denominator && (floor & 1n) === 1n) ? floor + 1n : floor;
    return digits === 10n ** 19n ? { digits: 10n ** 18n, exponent: exponent + 1 } : { digits, exponent };
  }
}

/** `high` has nine digits, `low` ten with leading zeros. */
function writeDigits(high: number, low: number, exponent: number, bytes: Uint8Array, at: number): number {
  // high: d.dddddddd, then low: dddddddddd
  let rest = high | 0;
  for (let i = at + 9; i > at + 1; i--) {
    const next = (rest / 10) | 0;
    bytes[i] = ZERO + rest - next * 10;
    rest = next;
  }
  bytes[at] = ZERO + rest;
  bytes[at + 1] = POINT;
  const upper = Math.floor(low / 1e5);
  writeFive(upper, bytes, at + 10);
  writeFive(low - upper * 1e5, bytes, at + 15);
  bytes[at + 20] = E;
  bytes[at + 21] = exponent < 0 ? MINUS : PLUS;
  const size = Math.abs(exponent);
  let end = at + 22;
  if (size >= 100) bytes[end++] = ZERO + Math.floor(size / 100);
  bytes[end++] = ZERO + (Math.floor(size / 10) % 10);
  bytes[end++] = ZERO + (size % 10);
  return end;
}

function writeFive(value: number, bytes: Uint8Array, at: number): void {
  let rest = value | 0;
  for (let i = at + 4; i >= at; i--) {
    const next = (rest / 10) | 0;
    bytes[i] = ZERO + rest - next * 10;
    rest = next;
  }
}
