import { convolveSame } from '@/core/signal';
import { waveformStatistics } from '../statistics';
import { halfSquare } from '../waveform';
import type { DoubleDifferenceInput, DoubleDifferenceMeasurement } from './types';
import { measureWindowPairs, type QuartetResult, type WindowQuartet } from './windowed';

/**
 * Half the integral of ((s_A - s_B) - (d_A - d_B))^2; its sources are this difference at A, and its negative at B.
 * @see Yuan et al. 2016
 */
export function waveformDifference(input: DoubleDifferenceInput): DoubleDifferenceMeasurement {
  return measureWindowPairs(input, (quartet) => {
    const { observedA, syntheticA, observedB, syntheticB } = quartet;
    const difference = syntheticA.map((s, i) => s - syntheticB[i] - (observedA[i] - observedB[i]));
    return ofDifference('waveform_dd', difference, quartet, input.delta);
  });
}

/**
 * As `waveformDifference`, of the centred convolution of s_A with d_B less that of d_A with s_B, as Pyadjoint has it: it
 * vanishes where synthetics are data filtered alike at both stations. The sources are not its derivatives.
 */
export function convolutionDifference(input: DoubleDifferenceInput): DoubleDifferenceMeasurement {
  return measureWindowPairs(input, (quartet) => {
    const { observedA, syntheticA, observedB, syntheticB } = quartet;
    const other = convolveSame(observedA, syntheticB);
    const difference = convolveSame(syntheticA, observedB).map((x, i) => x - other[i]);
    return ofDifference('convolution_dd', difference, quartet, input.delta);
  });
}

function ofDifference(
  type: string,
  difference: Float64Array,
  { leftA, leftB, lengthB }: WindowQuartet,
  delta: number,
): QuartetResult {
  return {
    adjointA: { data: difference, left: leftA },
    adjointB: { data: difference.subarray(0, lengthB).map((x) => -x), left: leftB },
    measurement: waveformStatistics(type, halfSquare(difference, delta)),
  };
}
