import { nextFastLength } from './fft/factors';
import { irfft, rfft, type Spectrum } from './fft/real';

/** Lags whose transformed correlation is this close to the largest, relative to the energies, are summed directly. */
const NEAR_TIE = 1e-11;

export interface CorrelationPeak {
  /** Lag of the maximum in samples, positive where `d` is late. */
  shift: number;
  /** The correlation there: sum over i of d[i + shift] s[i]. */
  value: number;
  /** `value` over the root of both energies, at most 1; not a number where one series is zero. */
  coefficient: number;
}

/**
 * Maximum of the full cross-correlation of two series; of equal maxima the earliest lag. The lag is found by Fourier
 * transform, its value is the direct sum.
 * @param d  data
 * @param s  synthetic
 * @see Maggi et al. 2009, eqs. 6 and 8
 */
export function correlationPeak(d: Float64Array, s: Float64Array): CorrelationPeak {
  const scale = Math.sqrt(energy(d) * energy(s));
  const shift = peakLag(d, s, scale);
  const value = sumAt(d, s, shift);
  return { shift, value, coefficient: value / scale };
}

function peakLag(d: Float64Array, s: Float64Array, scale: number): number {
  const size = nextFastLength(d.length + s.length - 1);
  const a = rfft(d, size);
  const b = rfft(s, size);
  multiplyByConjugate(a, b);
  const correlation = irfft(a, size);
  // Negative lags lie at the end.
  const negative = size - s.length + 1;
  const largest = Math.max(largestOf(correlation, negative, size), largestOf(correlation, 0, d.length));
  const limit = largest - NEAR_TIE * scale;
  const near: number[] = [];
  for (let i = negative; i < size; i++) if (correlation[i] >= limit) near.push(i - size);
  for (let i = 0; i < d.length; i++) if (correlation[i] >= limit) near.push(i);
  return near.length > 1 ? earliestLargest(d, s, near) : (near[0] ?? 0);
}

/** a times the conjugate of b, in place of a. */
function multiplyByConjugate(a: Spectrum, b: Spectrum): void {
  const { re: ar, im: ai } = a;
  const { re: br, im: bi } = b;
  for (let k = 0; k < ar.length; k++) {
    const re = ar[k] * br[k] + ai[k] * bi[k];
    ai[k] = ai[k] * br[k] - ar[k] * bi[k];
    ar[k] = re;
  }
}

function largestOf(x: Float64Array, from: number, to: number): number {
  let largest = -Infinity;
  for (let i = from; i < to; i++) if (x[i] > largest) largest = x[i];
  return largest;
}

function earliestLargest(d: Float64Array, s: Float64Array, lags: number[]): number {
  let best = lags[0];
  let largest = -Infinity;
  for (const lag of lags) {
    const value = sumAt(d, s, lag);
    if (value > largest) {
      best = lag;
      largest = value;
    }
  }
  return best;
}

function sumAt(d: Float64Array, s: Float64Array, lag: number): number {
  const to = Math.min(s.length, d.length - lag);
  let sum = 0;
  for (let i = Math.max(0, -lag); i < to; i++) sum += d[i + lag] * s[i];
  return sum;
}

/** Sum of squares. */
export function energy(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return sum;
}
