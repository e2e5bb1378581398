import type { MisfitParameters } from '@/core/config';
import type { Conventions } from '@/core/model';
import { correlationPeak, energy } from '@/core/signal';
import { correlate, type CorrelationMeasurement } from '../correlation';
import type { WindowQuartet } from './windowed';

/** What correlation tells of two stations: of A against B, positive where A is late. */
export interface CorrelationDifference {
  /** The observed, with the errors of the measurement. */
  observed: CorrelationMeasurement;
  synthetic: Pick<CorrelationMeasurement, 'shift' | 'tshift' | 'dlna'>;
  /** Synthetic less observed; positive where A is later, against B, in the synthetics than in the data. */
  tshift: number;
  /** Likewise. Pyadjoint has the observed amplitude ratio in its place, which `conventions` keeps. */
  dlna: number;
}

/** @see Yuan et al. 2016, section 2 */
export function correlationDifference(
  { observedA, syntheticA, observedB, syntheticB }: WindowQuartet,
  delta: number,
  parameters: MisfitParameters,
  conventions: Conventions,
): CorrelationDifference {
  const observed = correlate(observedA, observedB, delta, parameters);
  const { shift } = correlationPeak(syntheticA, syntheticB);
  const synthetic = {
    shift,
    tshift: shift * delta,
    dlna: 0.5 * Math.log(energy(syntheticA) / energy(syntheticB)),
  };
  return {
    observed,
    synthetic,
    tshift: (shift - observed.shift) * delta,
    dlna: conventions === 'pyatoa' ? observed.dlna : synthetic.dlna - observed.dlna,
  };
}
