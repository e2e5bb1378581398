/** Double-double arithmetic of the kernels that read and write decimal numbers (src/formats/text/doubleDouble.ts). */

/** Powers of ten 10^-250 .. 10^250 as sums of two float64, and where the second parts begin; the host puts them there. */
export const LARGEST_POWER = 250;
export const LOW: usize = 8 * (2 * LARGEST_POWER + 1);

/** The rounding error of `product = a * b` (Dekker 1971). */
export function productError(a: f64, b: f64, product: f64): f64 {
  const ta = 134217729 * a;
  const tb = 134217729 * b;
  const aHigh = ta - (ta - a);
  const bHigh = tb - (tb - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
