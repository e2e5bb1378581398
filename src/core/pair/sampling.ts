/** Sampling intervals that differ less than this, relatively, are the same: they come from files by different ways. */
const SAME_RATE = 1e-9;

/** @param a,b  sampling intervals in s */
export function isSameRate(a: number, b: number): boolean {
  return Math.abs(a / b - 1) <= SAME_RATE;
}
