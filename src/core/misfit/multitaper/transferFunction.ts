import { rfft, type Spectrum } from '@/core/signal';

/** What a transfer function is made of, taper by taper: D S* and |S|^2 over the band. */
export interface CrossSpectra {
  cross: Spectrum[];
  power: Float64Array[];
  /** The tapered series that S are transforms of, for the water level. */
  series: readonly Float64Array[];
}

export interface TransferFunction {
  /** rad, within (-pi, pi]. */
  phase: Float64Array;
  modulus: Float64Array;
}

export function crossSpectra(
  data: readonly Spectrum[],
  synthetic: readonly Spectrum[],
  series: readonly Float64Array[],
): CrossSpectra {
  return {
    cross: data.map((d, t) => timesConjugate(d, synthetic[t])),
    power: synthetic.map((s) => timesConjugate(s, s).re),
    series,
  };
}

/** a b*, frequency by frequency. */
export function timesConjugate(a: Spectrum, b: Spectrum): Spectrum {
  const n = a.re.length;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    re[k] = a.re[k] * b.re[k] + a.im[k] * b.im[k];
    im[k] = a.im[k] * b.re[k] - a.re[k] * b.im[k];
  }
  return { re, im };
}

/**
 * The transfer function that takes synthetic to data: sum D S* / sum S S*, both over the tapers; where the denominator
 * is at or below the water level, this is added to it.
 * @param level    of the water, relative to the root of the largest denominator at any frequency
 * @param size     of the Fourier transform
 * @param without  the taper that is left out
 * @see Laske & Masters 1996; Tape et al. 2010, appendix A
 */
export function transferFunction(
  { cross, power, series }: CrossSpectra,
  level: number,
  size: number,
  without = -1,
): TransferFunction {
  const kept = <T>(all: readonly T[]) => all.filter((_, t) => t !== without);
  const re = sum(kept(cross).map((x) => x.re));
  const im = sum(kept(cross).map((x) => x.im));
  const denominator = sum(kept(power));
  const water = waterLevel(denominator, kept(series), level, size);
  const phase = new Float64Array(re.length);
  const modulus = new Float64Array(re.length);
  for (let k = 0; k < re.length; k++) {
    const below = denominator[k] <= water;
    phase[k] = Math.atan2(im[k], re[k]);
    modulus[k] = Math.sqrt(re[k] * re[k] + im[k] * im[k]) / (below ? denominator[k] + water : denominator[k]);
  }
  return { phase, modulus };
}

export function sum(series: readonly Float64Array[]): Float64Array {
  const out = series[0].slice();
  for (const x of series.slice(1)) for (let k = 0; k < out.length; k++) out[k] += x[k];
  return out;
}

/**
 * The water level; zero where it is certain to lie below all of `power`, for the largest power at any frequency needs
 * transforms of full length, and is at most the square of the sum of moduli.
 */
function waterLevel(power: Float64Array, series: readonly Float64Array[], level: number, size: number): number {
  let bound = 0;
  for (const x of series) bound += x.reduce((total, value) => total + Math.abs(value), 0) ** 2;
  const smallest = power.reduce((a, b) => Math.min(a, b), Infinity);
  if (bound * level ** 2 < smallest) return 0;
  const total = sum(
    series.map((x) => {
      const spectrum = rfft(x, size);
      return timesConjugate(spectrum, spectrum).re;
    }),
  );
  return total.reduce((a, b) => Math.max(a, b), 0) * level ** 2;
}
