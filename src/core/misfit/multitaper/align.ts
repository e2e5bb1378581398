import { taperWeights } from '@/core/signal';
import type { MisfitContext, MisfitInput } from '../types';

type Aligning = Pick<MisfitInput, 'delta' | 'parameters'> & { context: Pick<MisfitContext, 'conventions'> };

/**
 * The window that lies a shift later in the trace, tapered and divided by an amplitude ratio, so that it matches the
 * unshifted window of the synthetic.
 * @param trace  length n
 * @returns      null where the shifted window leaves the trace
 */
export function alignedWindow(
  trace: Float64Array,
  left: number,
  length: number,
  tshift: number,
  dlna: number,
  input: Aligning,
): Float64Array | null {
  const first = left + shiftSamples(tshift, input);
  if (first < 0 || first + length > trace.length) return null;
  const taper = taperWeights(length, input.parameters.taper_percentage, input.parameters.taper_type);
  const scale = Math.exp(-dlna);
  return Float64Array.from(taper, (weight, i) => trace[first + i] * scale * weight);
}

/**
 * A shift in whole samples. Pyadjoint cuts the quotient of the two doubles, which now and then loses a sample:
 * 0.7 s are 6 samples of 0.1 s.
 */
export function shiftSamples(tshift: number, { delta, context }: Pick<Aligning, 'delta' | 'context'>): number {
  return context.conventions === 'pyatoa' ? Math.trunc(tshift / delta) : Math.round(tshift / delta);
}
