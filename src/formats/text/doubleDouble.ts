/** Powers of ten to about 106 bits, as unevaluated sums `high + low` of two doubles, for exact decimal conversion.
 *  @see Dekker 1971, A floating-point technique for extending the available precision */

/** Largest |exponent| that is tabulated; beyond it the low part would lose bits to underflow. */
export const LARGEST_POWER = 250;

const HIGH = new Float64Array(2 * LARGEST_POWER + 1);
const LOW = new Float64Array(2 * LARGEST_POWER + 1);
const scratch = new DataView(new ArrayBuffer(8));

/** A positive finite double as `mantissa * 2 ** exponent`, exactly. */
export function decompose(value: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** 10 ** exponent - high, rounded to a double. */
function remainder(exponent: number, high: number): number {
  const { mantissa, exponent: binary } = decompose(high);
  let numerator = exponent >= 0 ? 10n ** BigInt(exponent) : 1n;
  let denominator = exponent >= 0 ? 1n : 10n ** BigInt(-exponent);
  let subtrahend = mantissa * denominator;
  if (binary >= 0) subtrahend <<= BigInt(binary);
  else {
    numerator <<= BigInt(-binary);
    denominator <<= BigInt(-binary);
  }
  const difference = numerator - subtrahend;
  if (difference === 0n) return 0;
  // A quotient of at least 64 bits, so that its conversion to double is the only rounding that matters.
  const size = (x: bigint) => x.toString(16).length * 4;
  const positive = difference < 0n ? -difference : difference;
  const shift = Math.max(0, size(denominator) - size(positive) + 72);
  const quotient = Number((difference << BigInt(shift)) / denominator);
  return quotient / 2 ** shift;
}

/** Index of 10 ** exponent in `powerHigh` and `powerLow`, computed at its first use. */
export function power(exponent: number): number {
  const at = exponent + LARGEST_POWER;
  if (HIGH[at] === 0) {
    const high = Number(`1e${exponent}`);
    HIGH[at] = high;
    LOW[at] = remainder(exponent, high);
  }
  return at;
}

export const powerHigh: Readonly<Float64Array> = HIGH;
export const powerLow: Readonly<Float64Array> = LOW;

/** The rounding error of `product = a * b`: a * b - product, exactly, where nothing over- or underflows. */
export function productError(a: number, b: number, product: number): number {
  const ta = 134217729 * a;
  const tb = 134217729 * b;
  const aHigh = ta - (ta - a);
  const bHigh = tb - (tb - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
