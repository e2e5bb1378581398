import type { AdjointSourceType, MisfitParameters } from '@/core/config';
import { PairError } from '@/core/model';
import { ccTraveltime } from './ccTraveltime';
import type { Measurement, MisfitContext, MisfitFunction, SecondsWindow } from './types';
import { convolution, waveform } from './waveform';

const FUNCTIONS: Partial<Record<AdjointSourceType, MisfitFunction>> = {
  waveform,
  convolution,
  cc_traveltime: ccTraveltime,
};

/**
 * Misfit of observed and synthetic in windows, and its adjoint source.
 * @param type       the misfit function
 * @param observed   length n
 * @param synthetic  length n
 * @param delta      sampling interval in s
 * @param windows    in s from the first sample
 * @returns          the adjoint source in forward time, length n
 * @throws PairError `misfit-unavailable` for a misfit function that is not there
 */
export function measure(
  type: AdjointSourceType,
  observed: Float64Array,
  synthetic: Float64Array,
  delta: number,
  windows: readonly SecondsWindow[],
  parameters: MisfitParameters,
  context: MisfitContext,
): Measurement {
  const misfit = FUNCTIONS[type];
  if (misfit === undefined) {
    throw new PairError('measure', 'misfit-unavailable', `the misfit function ${type} is not available`, {
      advice: `Set adj_src_type to one of ${Object.keys(FUNCTIONS).join(', ')}.`,
    });
  }
  return misfit({ observed, synthetic, delta, windows, parameters, context });
}
