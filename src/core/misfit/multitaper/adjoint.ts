import { gradient, type Spectrum } from '@/core/signal';
import { recombine } from './tapers';
import { sum, timesConjugate } from './transferFunction';
import type { Zoom } from './zoom';

/**
 * Adjoint source of the traveltime: with v_k the derivative of the synthetic under taper h_k and V_k its transform,
 * sum over k of h_k times the inverse transform of 2 W dtau V_k / sum V V*.
 * @param series  the tapered synthetic, K times length n
 * @param dtau    measured at the m frequencies of the band, s
 * @param weight  W at these frequencies
 * @returns       length n
 * @see Hjorleifsdottir 2007; Tape et al. 2010, appendix A
 */
export function traveltimeSource(
  series: readonly Float64Array[],
  dtau: Float64Array,
  weight: Float64Array,
  window: Zoom,
  nw: number,
): Float64Array {
  const { df, size } = window.band;
  const spectra = series.map((x) => window.forward(gradient(x, 1 / (df * size))));
  return source(spectra, dtau, weight, 1, window, nw);
}

/**
 * Adjoint source of the amplitude: as `traveltimeSource`, of -2 W dlnA S_k / sum S S*.
 * @param spectra  S_k over the band
 */
export function amplitudeSource(
  spectra: readonly Spectrum[],
  dlna: Float64Array,
  weight: Float64Array,
  window: Zoom,
  nw: number,
): Float64Array {
  return source(spectra, dlna, weight, -1, window, nw);
}

function source(
  spectra: readonly Spectrum[],
  measured: Float64Array,
  weight: Float64Array,
  sign: 1 | -1,
  window: Zoom,
  nw: number,
): Float64Array {
  const { df, size } = window.band;
  const power = sum(spectra.map((x) => timesConjugate(x, x).re));
  const scale = 2 * sign * df * df * size;
  const factor = power.map((value, k) => (scale * measured[k] * weight[k]) / value);
  return recombine(
    spectra.map(({ re, im }) =>
      window.real({ re: re.map((x, k) => x * factor[k]), im: im.map((x, k) => x * factor[k]) }),
    ),
    nw,
  );
}
