import type { Parameters } from '@/core/config';
import type { SecondsWindow } from '@/core/misfit';
import type { ComponentResult } from './types';

/** Left out at both ends of a trace that is measured whole, s. */
const MARGIN = 1;

/** What is measured of a component, in s from its first sample: its windows, or its whole trace where there is no window
 *  step and none were set by hand. */
export function spansOf({ synthetic, windows, byHand }: ComponentResult, parameters: Parameters): SecondsWindow[] {
  if (parameters.executive.steps.includes('window') || byHand) {
    return windows.map(({ left, right, delta }) => [left * delta, right * delta]);
  }
  const end = synthetic.data.length * synthetic.delta - MARGIN;
  return end > MARGIN ? [[MARGIN, end]] : [];
}
