import { firstAbove, firstNotBelow } from './search';
import { levelAt } from './levels';
import type { Candidate, Setting } from './types';

/**
 * Troughs that windows around `center` may extend to without a trough at or below `limit` inside: first and last
 * position in the list of troughs. The troughs at the ends do not count.
 */
export function reaches(setting: Setting, center: number, limit: number): [from: number, to: number] {
  const { stalta } = setting;
  const { troughs } = setting.extrema;
  let from = firstNotBelow(troughs, center) - 1;
  let to = firstAbove(troughs, center);
  while (from > 0 && stalta[troughs[from]] > limit) from--;
  while (to < troughs.length - 1 && stalta[troughs[to]] > limit) to++;
  return [Math.max(0, from), Math.min(to, troughs.length - 1)];
}

/**
 * Rejects windows with an internal trough at or below c_0 times the water level at their centre.
 * @see Maggi et al. 2009, section 2.3, criterion w_E
 */
export function waterLevelTest(setting: Setting): (candidate: Candidate) => boolean {
  const { c_0, stalta_waterlevel } = setting.parameters;
  const { troughs } = setting.extrema;
  let center = -1;
  let left = 0;
  let right = 0;
  return (candidate) => {
    if (candidate.center !== center) {
      center = candidate.center;
      const [from, to] = reaches(setting, center, c_0 * levelAt(stalta_waterlevel, center));
      left = troughs[from];
      right = troughs[to];
    }
    return candidate.left >= left && candidate.right <= right;
  };
}
