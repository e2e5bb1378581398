import type { MisfitParameters } from '@/core/config';
import type { MisfitContext } from '../types';
import type { FrequencyBand } from './band';

/**
 * Whether a window holds enough for a multitaper measurement, and no more than the Fourier transform: a shift of more
 * than a sample, and `min_cycle_in_window` cycles of the shortest period. Pyadjoint compares these seconds with the
 * number of samples, and fails for a window longer than the transform.
 * @param tshift  s, by correlation
 * @param length  samples
 */
export function isMeasurable(
  tshift: number,
  length: number,
  delta: number,
  parameters: MisfitParameters,
  { minPeriod, conventions }: MisfitContext,
): boolean {
  if (length > 2 ** parameters.lnpt) return false;
  const extent = conventions === 'pyatoa' ? length : length * delta;
  return Math.abs(tshift) > delta && parameters.min_cycle_in_window * minPeriod <= extent;
}

/**
 * Whether dtau is credible at every frequency f: no more than a cycle over `dt_fac`, its error no more than a cycle over
 * `err_fac` where there is one, and no more than `dt_max_scale` times the shift by correlation.
 */
export function isCredible(
  dtau: Float64Array,
  error: Float64Array | null,
  tshift: number,
  { low, df }: FrequencyBand,
  parameters: MisfitParameters,
): boolean {
  const largest = parameters.dt_max_scale * Math.abs(tshift);
  return dtau.every((value, k) => {
    const f = (low + k) * df;
    return (
      Math.abs(value) <= 1 / (parameters.dt_fac * f) &&
      (error === null || error[k] <= 1 / (parameters.err_fac * f)) &&
      Math.abs(value) <= largest
    );
  });
}
