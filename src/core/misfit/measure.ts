import type { AdjointSourceType } from '@/core/config';
import { PairError } from '@/core/model';
import { ccTraveltime } from './ccTraveltime';
import { exponentiatedPhase } from './exponentiatedPhase';
import { multitaper } from './multitaper/multitaper';
import type { DoubleDifferenceType, Measurement, MisfitFunction, MisfitInput } from './types';
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
 * @returns          the adjoint source in forward time, length n
 * @throws PairError `misfit-unavailable` for a double difference, which is `measureDoubleDifference`'s
 */
export function measure(type: AdjointSourceType, input: MisfitInput): Measurement {
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
  return FUNCTIONS[type](input);
}

const isDoubleDifference = (type: AdjointSourceType): type is DoubleDifferenceType => type.endsWith('_dd');
