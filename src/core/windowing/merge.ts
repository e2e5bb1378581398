import { fit, type FittedWindow } from './dataFit';
import type { Candidate, WindowInput } from './types';

/**
 * Joins windows that overlap or follow each other without a sample between, by ascending start, and measures the fit
 * anew; the joined window is not tested again. A joined window ends where its last member ends, even if an earlier
 * member reached further, as the reference has it.
 */
export function mergeWindows(windows: readonly FittedWindow[], input: WindowInput): FittedWindow[] {
  const sorted = [...windows].sort((a, b) => a.left - b.left);
  const merged: Candidate[] = [];
  for (const { left, right } of sorted) {
    const previous = merged.at(-1);
    if (previous !== undefined && left <= previous.right + 1) previous.right = right;
    else merged.push({ left, right, center: 0 });
  }
  return merged.map(({ left, right }) => fit({ left, right, center: Math.trunc((left + right) / 2) }, input));
}
