import { alignedWindow, shiftSamples } from '../multitaper/align';
import type { Alignment } from '../multitaper/deviation';
import type { CorrelationDifference } from './correlation';
import type { DoubleDifferenceInput } from './types';
import type { WindowQuartet } from './windowed';

/** Observed and synthetic of A, moved onto those of B. */
export interface AlignedA {
  observed: Float64Array;
  synthetic: Float64Array;
  /** What was taken out of the synthetic. */
  ofSynthetic: Alignment;
  /** First sample in the trace where the source of A belongs. */
  left: number;
}

/**
 * Pyadjoint moves the observed, scaled by the synthetic's ratio, into the place of the synthetic, which `conventions`
 * keeps. Corrected, the synthetic is moved by its own lag and not scaled, so that its derivative is that of the trace.
 * @returns null where a window leaves the trace
 */
export function alignA(
  { leftA, syntheticA }: WindowQuartet,
  measured: CorrelationDifference,
  input: DoubleDifferenceInput,
): AlignedA | null {
  const isPyatoa = input.context.conventions === 'pyatoa';
  const ofSynthetic = isPyatoa
    ? { tshift: measured.observed.tshift, dlna: measured.synthetic.dlna }
    : { tshift: measured.synthetic.tshift, dlna: 0 };
  const align = (trace: Float64Array, { tshift, dlna }: Alignment) =>
    alignedWindow(trace, leftA, syntheticA.length, tshift, dlna, input);
  const observed = align(input.observedA, measured.observed);
  const synthetic = align(isPyatoa ? input.observedA : input.syntheticA, ofSynthetic);
  if (observed === null || synthetic === null) return null;
  return { observed, synthetic, ofSynthetic, left: leftA + (isPyatoa ? 0 : shiftSamples(ofSynthetic.tshift, input)) };
}
