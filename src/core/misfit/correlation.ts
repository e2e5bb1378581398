import type { MisfitParameters } from '@/core/config';
import { correlationPeak, fitEnergies } from '@/core/signal';

/** What correlation tells of a window. */
export interface CorrelationMeasurement {
  /** Lag of the maximum in samples and in s; positive where data are late. */
  shift: number;
  tshift: number;
  dlna: number;
  sigmaDt: number;
  sigmaDlna: number;
}

/** Shift, amplitude ratio and their errors of tapered data to tapered synthetic. @see Maggi et al. 2009, eqs. 6-8 */
export function correlate(
  d: Float64Array,
  s: Float64Array,
  delta: number,
  parameters: MisfitParameters,
): CorrelationMeasurement {
  const { shift, dlnA: dlna } = correlationPeak(d, s);
  const errors = parameters.use_cc_error
    ? residualErrors(d, s, shift, dlna, delta, parameters)
    : { sigmaDt: 1, sigmaDlna: 1 };
  return { shift, tshift: shift * delta, dlna, ...errors };
}

/**
 * Errors of shift and amplitude: what the shifted and scaled synthetic s' leaves of the data, over its derivative, and
 * over the shifted synthetic before it was scaled: the latter is the error of the ratio of amplitudes, not of its
 * logarithm. Floors keep a perfect fit from an infinite weight.
 * @see Tape et al. 2010, appendix A
 */
function residualErrors(
  d: Float64Array,
  s: Float64Array,
  shift: number,
  dlna: number,
  delta: number,
  parameters: MisfitParameters,
): { sigmaDt: number; sigmaDlna: number } {
  const scale = Math.exp(dlna);
  const { left, rate, size } = fitEnergies(d, s, shift, scale, delta);
  const error = (norm: number, floor: number) => Math.max(floor, norm === 0 ? 0 : Math.sqrt(left / norm));
  return {
    sigmaDt: error(rate, parameters.dt_sigma_min),
    sigmaDlna: error(size / scale ** 2, parameters.dlna_sigma_min),
  };
}
