import { arenaFor } from './arena';
import { correlationKernel } from './correlateKernel';
import { correlationPlain, type Correlation } from './correlatePlain';
import { nextSharedLength } from './fft/factors';

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
  // What the longest transform holds.
  const arena = d.length === s.length ? arenaFor(nextSharedLength(2 * d.length)) : null;
  const peak = (series: Correlation) => peakOf(series, d.length, s.length, guess);
  return arena ? correlationKernel(arena, d, s, peak) : peak(correlationPlain(d, s));
}

function peakOf(series: Correlation, nd: number, ns: number, guess: number): CorrelationPeak {
  const [ofD, ofS] = series.energies;
  const [energyD, energyS] = [ofD[nd], ofS[ns]];
  const scale = Math.sqrt(energyD * energyS);
  const known = Math.max(series.sumAt(0), guess === 0 ? 0 : series.sumAt(guess)) / scale;
  const least = known > 0 ? known * known - MARGIN : 0;
  const behind = reach(ofS, ofD, least);
  const ahead = reach(ofD, ofS, least);
  const shift = peakLag(series, Math.max(nd + behind, ns + ahead) - 1, behind, ahead, NEAR_TIE * scale);
  const value = series.sumAt(shift);
  return { shift, value, coefficient: value / scale, dlnA: 0.5 * Math.log(energyD / energyS) };
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

/** Lag of the maximum among those from -behind to ahead, both excluded.
 *  @param least  length of a transform in which other lags do not fall onto these */
function peakLag(series: Correlation, least: number, behind: number, ahead: number, margin: number): number {
  if (behind + ahead <= FEW) {
    return series.earliestLargest(Array.from({ length: behind + ahead - 1 }, (_, i) => i + 1 - behind));
  }
  const near = series.near(nextSharedLength(least), behind, ahead, margin);
  return near.length > 1 ? series.earliestLargest(near) : (near[0] ?? 0);
}

/** Sum of squares. */
export function energy(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return sum;
}
