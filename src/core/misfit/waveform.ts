import { convolveSame, simpson } from '@/core/signal';
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
  const misfit =
    0.5 *
    simpson(
      difference.map((x) => x * x),
      delta,
    );
  return {
    adjoint: difference,
    measurement: {
      type,
      measureType: null,
      misfit,
      tshift: null,
      dlna: null,
      sigmaDt: null,
      sigmaDlna: null,
      misfitDt: null,
      misfitDlna: null,
    },
  };
}
