import { irfft, rfft, type Spectrum } from './fft/real';

/** The loops over two series, of equal or other lengths: here in TypeScript, in correlateKernel.ts in WebAssembly. */
export interface Correlation {
  /** Sums of squares of the first 0, 1, ... n samples. */
  energies: [ofD: Float64Array, ofS: Float64Array];
  /** Sum over i of d[i + lag] s[i]. */
  sumAt(lag: number): number;
  /** The first of some lags whose sum is the largest. */
  earliestLargest(lags: number[]): number;
  /** Lags among those from -behind to ahead, both excluded, whose correlation, by a transform of length `size`, is the
   *  largest, or less by `margin` at most. */
  near(size: number, behind: number, ahead: number, margin: number): number[];
}

/** The loops in TypeScript. */
export function correlationPlain(d: Float64Array, s: Float64Array): Correlation {
  const sumAt = (lag: number): number => sumOf(d, s, lag);
  return {
    energies: [runningEnergy(d), runningEnergy(s)],
    sumAt,
    earliestLargest: (lags) => {
      let best = lags[0];
      let largest = -Infinity;
      for (const lag of lags) {
        const value = sumAt(lag);
        if (value > largest) {
          best = lag;
          largest = value;
        }
      }
      return best;
    },
    near: (size, behind, ahead, margin) => {
      const a = rfft(d, size);
      multiplyByConjugate(a, rfft(s, size));
      const correlation = irfft(a, size);
      // Negative lags lie at the end.
      const negative = size - behind + 1;
      const limit = Math.max(largestOf(correlation, negative, size), largestOf(correlation, 0, ahead)) - margin;
      const lags: number[] = [];
      for (let i = negative; i < size; i++) if (correlation[i] >= limit) lags.push(i - size);
      for (let i = 0; i < ahead; i++) if (correlation[i] >= limit) lags.push(i);
      return lags;
    },
  };
}

function runningEnergy(x: Float64Array): Float64Array {
  const sums = new Float64Array(x.length + 1);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    sum += x[i] * x[i];
    sums[i + 1] = sum;
  }
  return sums;
}

function sumOf(d: Float64Array, s: Float64Array, lag: number): number {
  const to = Math.min(s.length, d.length - lag);
  let sum = 0;
  for (let i = Math.max(0, -lag); i < to; i++) sum += d[i + lag] * s[i];
  return sum;
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
