import { Cache } from './cache';
import { nextFastLength } from './fft/factors';
import { irfft, rfft } from './fft/real';
import { largestEigenvectors } from './tridiagonal';

export interface SlepianTapers {
  /** k series of length n of unit energy, by decreasing concentration. Shared between calls: not to be changed. */
  tapers: Float64Array[];
  /** Fraction of each taper's energy within the band, close to 1. */
  eigenvalues: Float64Array;
}

const known = new Cache<string, SlepianTapers>(64);

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
    const w = nw / n;
    const diagonal = new Float64Array(n).map((_, i) => ((n - 1 - 2 * i) / 2) ** 2 * Math.cos(2 * Math.PI * w));
    const beside = new Float64Array(n).map((_, i) => (i * (n - i)) / 2);
    const tapers = largestEigenvectors(diagonal, beside, Math.min(k, n));
    tapers.forEach((taper, order) => orient(taper, order));
    return { tapers, eigenvalues: Float64Array.from(tapers, (taper) => concentration(taper, w)) };
  });
}

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

/** Energy below frequency w: the autocorrelation times the transform of the band, 2 w sinc(2 w lag). */
function concentration(taper: Float64Array, w: number): number {
  const n = taper.length;
  const size = nextFastLength(2 * n - 1);
  const { re, im } = rfft(taper, size);
  for (let i = 0; i < re.length; i++) {
    re[i] = re[i] * re[i] + im[i] * im[i];
    im[i] = 0;
  }
  const autocorrelation = irfft({ re, im }, size);
  let sum = autocorrelation[0] * 2 * w;
  for (let lag = 1; lag < n; lag++) {
    sum += (2 * autocorrelation[lag] * Math.sin(2 * Math.PI * w * lag)) / (Math.PI * lag);
  }
  return sum;
}
