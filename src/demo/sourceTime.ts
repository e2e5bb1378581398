/** A Gaussian moment rate of unit area, and its integrals in closed form. `x` in s from the centre. */
export interface SourceTimes {
  /** Moment rate, 1/s, and its derivative. */
  rate: number;
  rateSlope: number;
  /** Moment: a smooth step from 0 to 1. */
  moment: number;
  /** First and second integral of the moment from minus infinity: s, s^2. */
  ramp: number;
  parabola: number;
}

/** SPECFEM's Gaussian of a half duration: exp(-(1.628 t / h)^2). Its standard deviation in s. */
export function gaussianWidth(halfDuration: number): number {
  return halfDuration / (1.628 * Math.SQRT2);
}

/** Beyond so many standard deviations the step is 0 or 1 to the last bit. */
const TAILS = 9;

/** Evaluates the source time function at `x`, into `result`.
 *  With rate g and moment S: ramp = x S + w^2 g and parabola = ((x^2 + w^2) S + w^2 x g) / 2, as differentiation shows.
 *  @param width standard deviation, s */
export function evaluateSource(x: number, width: number, result: SourceTimes): void {
  const u = x / width;
  if (u < -TAILS) {
    result.rate = result.rateSlope = result.moment = result.ramp = result.parabola = 0;
    return;
  }
  const variance = width * width;
  const far = u > TAILS;
  const rate = far ? 0 : Math.exp(-0.5 * u * u) / (width * Math.sqrt(2 * Math.PI));
  const moment = far ? 1 : 0.5 * (1 + erf(u / Math.SQRT2));
  result.rate = rate;
  result.rateSlope = (-x / variance) * rate;
  result.moment = moment;
  result.ramp = x * moment + variance * rate;
  result.parabola = 0.5 * ((x * x + variance) * moment + variance * x * rate);
}

/** Error function by the series whose terms are all of one sign. @see Abramowitz & Stegun 1964, 7.1.6 */
export function erf(x: number): number {
  if (Math.abs(x) > 6.5) return Math.sign(x);
  const square = x * x;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * square) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-square) * sum;
}
