import type { AdjointSourceType, MisfitParameters } from '@/core/config';
import { PairError } from '@/core/model';
import { ccTraveltime } from './ccTraveltime';
import { exponentiatedPhase } from './exponentiatedPhase';
import { multitaper } from './multitaper/multitaper';
import type { DoubleDifferenceType, Measurement, MisfitContext, MisfitFunction, SecondsWindow } from './types';
import { convolution, waveform } from './waveform';

const FUNCTIONS: Record<Exclude<AdjointSourceType, DoubleDifferenceType>, MisfitFunction> = {
  waveform,
  convolution,
  cc_traveltime: ccTraveltime,
  multitaper,
  exponentiated_phase: exponentiatedPhase,
};

/**
 * Misfit of observed and synthetic in windows, and its adjoint source.
 * @param type       the misfit function
 * @param observed   length n
 * @param synthetic  length n
 * @param delta      sampling interval in s
 * @param windows    in s from the first sample
 * @returns          the adjoint source in forward time, length n
 * @throws PairError `misfit-unavailable` for a double difference, which is `measureDoubleDifference`'s
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
  if (isDoubleDifference(type)) {
    throw new PairError(
      'measure',
      'misfit-unavailable',
      `the misfit function ${type} is not available for one station`,
      {
        advice: `Set adj_src_type to one of ${Object.keys(FUNCTIONS).join(', ')}.`,
      },
    );
  }
  return FUNCTIONS[type]({ observed, synthetic, delta, windows, parameters, context });
}

const isDoubleDifference = (type: AdjointSourceType): type is DoubleDifferenceType => type.endsWith('_dd');
