import type { MisfitParameters } from '@/core/config';
import type { FrequencyBand } from './band';
import { transferFunction, type CrossSpectra } from './transferFunction';
import { unwrap } from './unwrap';

/** Traveltime and amplitude of data against synthetic, at each frequency of a band. */
export interface Deviation {
  /** s; positive where data are late. */
  dtau: Float64Array;
  dlna: Float64Array;
}

/** A shift and an amplitude ratio that were taken out of the data beforehand. */
export interface Alignment {
  tshift: number;
  dlna: number;
}

/**
 * Frequency-dependent traveltime T - phase / omega, of which zero frequency has none, and amplitude ln |.| + dlnA.
 * @param without  the taper that is left out
 * @see Zhou et al. 2004; Tape et al. 2010, appendix A
 */
export function deviation(
  spectra: CrossSpectra,
  band: FrequencyBand,
  alignment: Alignment,
  parameters: MisfitParameters,
  without = -1,
): Deviation {
  const { phase, modulus } = transferFunction(spectra, parameters.transfunc_waterlevel, band.size, without);
  unwrap(phase, parameters.phase_step);
  return {
    dtau: phase.map((phi, k) => (band.omega[k] === 0 ? alignment.tshift : alignment.tshift - phi / band.omega[k])),
    dlna: modulus.map((a) => Math.log(a) + alignment.dlna),
  };
}

export const mean = (x: Float64Array) => x.reduce((a, b) => a + b, 0) / x.length;
