import { nextFastLength } from './fft/factors';
import { irfft, rfft, type Spectrum } from './fft/real';

/** Lags whose transformed correlation is this close to the largest, relative to the energies, are summed directly. */
const NEAR_TIE = 1e-11;
/** So much less than the largest correlation's square may be, relatively, what a lag is left out for. */
const MARGIN = 1e-6;
/** So few lags are sooner summed than transformed. */
const FEW = 8;

export interface CorrelationPeak {
  /** Lag of the maximum in samples, positive where `d` is late. */
  shift: number;
  /** The correlation there: sum over i of d[i + shift] s[i]. */
  value: number;
  /** `value` over the root of both energies, at most 1; not a number where one series is zero. */
  coefficient: number;
  /** Half the logarithm of the ratio of energies, of `d` to `s`. */
  dlnA: number;
}

/**
 * Maximum of the full cross-correlation of two series; of equal maxima the earliest lag. The lag is found by Fourier
 * transform, its value is the direct sum.
 * @param d      data
 * @param s      synthetic
 * @param guess  a lag that may be near the maximum's: with a good one it is found sooner
 * @see Maggi et al. 2009, eqs. 6-8
 */
export function correlationPeak(d: Float64Array, s: Float64Array, guess = 0): CorrelationPeak {
  const [ofD, ofS] = [runningEnergy(d), runningEnergy(s)];
  const [energyD, energyS] = [ofD[d.length], ofS[s.length]];
  const scale = Math.sqrt(energyD * energyS);
  const known = Math.max(sumAt(d, s, 0), guess === 0 ? 0 : sumAt(d, s, guess)) / scale;
  const least = known > 0 ? known * known - MARGIN : 0;
  const shift = peakLag(d, s, scale, reach(ofS, ofD, least), reach(ofD, ofS, least));
  const value = sumAt(d, s, shift);
  return { shift, value, coefficient: value / scale, dlnA: 0.5 * Math.log(energyD / energyS) };
}

/** Sums of squares of the first 0, 1, ... n samples. */
function runningEnergy(x: Float64Array): Float64Array {
  const sums = new Float64Array(x.length + 1);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    sum += x[i] * x[i];
    sums[i + 1] = sum;
  }
  return sums;
}

/**
 * How many lags from zero the maximum may lie at, where samples of one series from the lag on meet the first ones of the
 * other: the correlation's square is at most the product of these samples' energies (Cauchy and Schwarz), which
 * falls with the lag.
 * @param late   running energy of the one, `early` of the other
 * @param least  what the square of the coefficient surpasses at some lag; 0 where nothing is known
 */
function reach(late: Float64Array, early: Float64Array, least: number): number {
  const n = late.length - 1;
  const most = early.length - 1;
  let low = Math.min(1, n);
  let high = n;
  while (low < high) {
    const lag = (low + high) >> 1;
    const bound = (1 - late[lag] / late[n]) * (early[Math.min(n - lag, most)] / early[most]);
    if (bound < least) high = lag;
    else low = lag + 1;
  }
  return low;
}

/** Lag of the maximum among those from -behind to ahead, both excluded. */
function peakLag(d: Float64Array, s: Float64Array, scale: number, behind: number, ahead: number): number {
  if (behind + ahead <= FEW) {
    return earliestLargest(
      d,
      s,
      Array.from({ length: behind + ahead - 1 }, (_, i) => i + 1 - behind),
    );
  }
  // Lags farther away fall onto those that are left out; of an even length the transform takes half the time.
  const size = 2 * nextFastLength(Math.ceil((Math.max(d.length + behind, s.length + ahead) - 1) / 2));
  const a = rfft(d, size);
  const b = rfft(s, size);
  multiplyByConjugate(a, b);
  const correlation = irfft(a, size);
  // Negative lags lie at the end.
  const negative = size - behind + 1;
  const largest = Math.max(largestOf(correlation, negative, size), largestOf(correlation, 0, ahead));
  const limit = largest - NEAR_TIE * scale;
  const near: number[] = [];
  for (let i = negative; i < size; i++) if (correlation[i] >= limit) near.push(i - size);
  for (let i = 0; i < ahead; i++) if (correlation[i] >= limit) near.push(i);
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
