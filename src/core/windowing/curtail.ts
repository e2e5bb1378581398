import { firstAbove, firstNotBelow } from './search';
import type { Candidate, Setting } from './types';

/**
 * Cuts emergent starts and long codas: beyond c_4a minimum periods left of the first, and c_4b right of the last peak
 * inside. Only peaks other than the centre count; with fewer than two of them a window stays as it is.
 * @see Maggi et al. 2009, section 2.3, criteria c_4a and c_4b
 */
export function curtail(candidates: Candidate[], setting: Setting): Candidate[] {
  const { minPeriod, delta, parameters } = setting;
  const before = (parameters.c_4a * minPeriod) / delta;
  const after = (parameters.c_4b * minPeriod) / delta;
  return candidates.map((candidate) => {
    const ends = outerPeaks(candidate, setting.extrema.peaks);
    if (ends === null) return candidate;
    return {
      left: Math.max(candidate.left, Math.trunc(ends[0] - before)),
      right: Math.min(candidate.right, Math.trunc(ends[1] + after)),
      center: candidate.center,
    };
  });
}

/** First and last peak in a window other than its centre, or null where there are not two. */
function outerPeaks({ left, right, center }: Candidate, peaks: number[]): [number, number] | null {
  let first = firstNotBelow(peaks, left);
  let last = firstAbove(peaks, right) - 1;
  const own = firstNotBelow(peaks, center);
  const inside = last - first + 1 - (peaks[own] === center && first <= own && own <= last ? 1 : 0);
  if (inside < 2) return null;
  if (peaks[first] === center) first++;
  if (peaks[last] === center) last--;
  return [peaks[first], peaks[last]];
}
