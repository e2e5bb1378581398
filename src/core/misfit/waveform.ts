import { convolveSame, simpson } from '@/core/signal';
import { waveformStatistics } from './statistics';
import type { Measurement, MisfitInput } from './types';
import { measureWindows, type WindowResult } from './windowed';

/** Half the integral of (s - d)^2; its source is s - d. @see Tromp et al. 2005, eqs. 1 and 9 */
export function waveform(input: MisfitInput): Measurement {
  return measureWindows(input, ({ observed, synthetic }) => {
    const difference = synthetic.map((s, i) => s - observed[i]);
    return ofDifference('waveform', difference, input.delta);
  });
}

/**
 * As `waveform`, with the centred convolution of s with d in place of their difference, as Pyadjoint has it. The source
 * is not the derivative of this misfit.
 */
export function convolution(input: MisfitInput): Measurement {
  return measureWindows(input, ({ observed, synthetic }) =>
    ofDifference('convolution', convolveSame(synthetic, observed), input.delta),
  );
}

function ofDifference(type: string, difference: Float64Array, delta: number): WindowResult {
  return { adjoint: difference, measurement: waveformStatistics(type, halfSquare(difference, delta)) };
}

/** Half the integral of x^2. */
export function halfSquare(x: Float64Array, delta: number): number {
  return (
    0.5 *
    simpson(
      x.map((value) => value * value),
      delta,
    )
  );
}
