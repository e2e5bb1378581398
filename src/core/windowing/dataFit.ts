import type { WindowParameters } from '@/core/config';
import type { Rejection } from '@/core/model';
import { correlationPeak } from '@/core/signal';
import { levelAt } from './levels';
import type { Candidate, WindowInput } from './types';

/** A candidate with the fit of observed to synthetic in it. */
export interface FittedWindow extends Candidate {
  cc: number;
  shiftSamples: number;
  shiftSeconds: number;
  dlnA: number;
  /** Length in minimum periods times correlation. */
  weight: number;
}

/** Fit of a window, both ends included.
 *  @param guess what the shift may be, in samples: that of a window with samples in common
 *  @see Maggi et al. 2009, eqs. 6-8 */
export function fit(candidate: Candidate, input: WindowInput, guess = 0): FittedWindow {
  const { left, right, center } = candidate;
  const { delta } = input.observed;
  const d = input.observed.data.subarray(left, right + 1);
  const s = input.synthetic.data.subarray(left, right + 1);
  const { shift, coefficient, dlnA } = correlationPeak(d, s, guess);
  return {
    left,
    right,
    center,
    cc: coefficient,
    shiftSamples: shift,
    shiftSeconds: shift * delta,
    dlnA,
    weight: (((right - left) * delta) / input.minPeriod) * coefficient,
  };
}

/** The fit's tests in their order: time shift, dlnA, correlation. */
export function dataFitTests(p: WindowParameters): [Rejection, (window: FittedWindow) => boolean][] {
  return [
    ['tshift', (w) => isWithin(w.shiftSeconds, p.tshift_reference, levelAt(p.tshift_acceptance_level, w.center))],
    ['dlna', (w) => isWithin(w.dlnA, p.dlna_reference, levelAt(p.dlna_acceptance_level, w.center))],
    ['cc', (w) => w.cc >= levelAt(p.cc_acceptance_level, w.center)],
  ];
}

function isWithin(value: number, reference: number, level: number): boolean {
  return reference - level < value && value < reference + level;
}
