import { Cache } from './cache';
import { nextFastLength } from './fft/factors';
import { rfft } from './fft/real';
import { largestEigenpairs, type Eigenpair } from './tridiagonal';

export interface SlepianTapers {
  /** k series of length n of unit energy, by decreasing concentration. Shared between calls: not to be changed. */
  tapers: Float64Array[];
  /** Fraction of each taper's energy within the band, close to 1. */
  eigenvalues: Float64Array;
}

/** Length whose eigenvalues are found without a guess. */
const SHORT = 256;

const known = new Cache<string, SlepianTapers>(64);
const shortOnes = new Cache<string, number[]>(16);

/**
 * Discrete prolate spheroidal sequences: the k series of length n whose energy is best concentrated at frequencies
 * below nw / n. Even ones have a positive mean, odd ones begin with a positive lobe.
 * @param n   length
 * @param nw  time-bandwidth product, below n / 2
 * @param k   number of tapers
 * @see Slepian 1978; Percival & Walden 1993, ch. 8
 */
export function dpss(n: number, nw: number, k: number): SlepianTapers {
  return known.get(`${n} ${nw} ${k}`, () => {
    const count = Math.min(k, n);
    const tapers = eigenpairs(n, nw, count).map(({ vector }) => vector);
    tapers.forEach((taper, order) => orient(taper, order));
    return { tapers, eigenvalues: concentrations(tapers, n, nw / n) };
  });
}

/**
 * The tapers are eigenvectors of a tridiagonal matrix with well separated eigenvalues (Slepian 1978, eq. 14). Less
 * (n^2 - 1) / 4, these tend to a limit with growing n, so that those of a short length tell where to look.
 */
function eigenpairs(n: number, nw: number, k: number): Eigenpair[] {
  const cosine = Math.cos((2 * Math.PI * nw) / n);
  const diagonal = new Float64Array(n).map((_, i) => ((n - 1 - 2 * i) / 2) ** 2 * cosine);
  const beside = new Float64Array(n).map((_, i) => (i * (n - i)) / 2);
  const guesses = n > 2 * SHORT ? shortEigenvalues(nw, k).map((value) => value + offset(n) - offset(SHORT)) : [];
  return largestEigenpairs(diagonal, beside, k, guesses);
}

function shortEigenvalues(nw: number, k: number): number[] {
  return shortOnes.get(`${nw} ${k}`, () => eigenpairs(SHORT, nw, k).map(({ value }) => value));
}

const offset = (n: number) => (n * n - 1) / 4;

/** Fixes the sign, which eigenvectors leave open. A first lobe begins where the energy of a sample exceeds 1/n, its mean
 *  (1e-7 at least): smaller values are rounding. */
function orient(taper: Float64Array, order: number): void {
  const n = taper.length;
  let sign = 1;
  if (order % 2 === 0) {
    sign = taper.reduce((a, b) => a + b, 0) < 0 ? -1 : 1;
  } else {
    const threshold = Math.max(1e-7, 1 / n);
    sign = (taper.find((value) => value * value > threshold) ?? 1) < 0 ? -1 : 1;
  }
  if (sign < 0) for (let i = 0; i < n; i++) taper[i] = -taper[i];
}

/** Each taper's energy below frequency w: its autocorrelation times the transform of the band, 2 w sinc(2 w lag). */
function concentrations(tapers: Float64Array[], n: number, w: number): Float64Array {
  const size = 2 * nextFastLength(n);
  const kernel = new Float64Array(size);
  kernel[0] = 2 * w;
  for (let lag = 1; lag < n; lag++) {
    kernel[lag] = kernel[size - lag] = Math.sin(2 * Math.PI * w * lag) / (Math.PI * lag);
  }
  const band = rfft(kernel).re;
  return Float64Array.from(tapers, (taper) => {
    const { re, im } = rfft(taper, size);
    let sum = 0;
    for (let k = 0; k < re.length; k++) {
      const sides = k === 0 || k === size / 2 ? 1 : 2;
      sum += sides * band[k] * (re[k] * re[k] + im[k] * im[k]);
    }
    return sum / size;
  });
}
