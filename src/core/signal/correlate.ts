import { nextFastLength } from './fft/factors';
import { irfft, rfft } from './fft/real';

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
  const first = 1 - s.length;
  const lags = d.length + s.length - 1;
  const size = nextFastLength(lags);
  const a = rfft(d, size);
  const b = rfft(s, size);
  for (let k = 0; k < a.re.length; k++) {
    const re = a.re[k] * b.re[k] + a.im[k] * b.im[k];
    a.im[k] = a.im[k] * b.re[k] - a.re[k] * b.im[k];
    a.re[k] = re;
  }
  const correlation = irfft(a, size);
  const at = (lag: number) => correlation[lag < 0 ? lag + size : lag];
  let largest = -Infinity;
  for (let i = 0; i < lags; i++) largest = Math.max(largest, at(first + i));
  const limit = largest - NEAR_TIE * scale;
  const near: number[] = [];
  for (let i = 0; i < lags; i++) if (at(first + i) >= limit) near.push(first + i);
  return near.length > 1 ? earliestLargest(d, s, near) : (near[0] ?? 0);
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

function energy(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return sum;
}
