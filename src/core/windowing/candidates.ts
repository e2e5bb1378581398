import { firstAbove, firstNotBelow } from './search';
import { levelAt } from './levels';
import { reaches } from './waterLevel';
import type { Candidate, Setting } from './types';

/** Up to here every candidate is made, so that each rejection can be shown; their number grows with the cube of the peaks. */
const LISTED = 400_000;

export interface Candidates {
  list: Candidate[];
  /** Number of all candidates. */
  total: number;
  /** Candidates left out of the list: each crosses a trough at the water level, whichever its centre. */
  unlisted: number;
}

/**
 * For each peak above the water level, every trough to its left with every trough to its right.
 * @param limit  how many candidates may be listed in full; beyond, those that no centre's water level lets pass are
 *               counted only
 * @see Maggi et al. 2009, section 2.2
 */
export function makeCandidates(setting: Setting, limit = LISTED): Candidates {
  const { peaks, troughs } = setting.extrema;
  const level = setting.parameters.stalta_waterlevel;
  const centers = peaks.filter((peak) => setting.stalta[peak] > levelAt(level, peak));
  let total = 0;
  for (const center of centers) {
    total += firstNotBelow(troughs, center) * (troughs.length - firstAbove(troughs, center));
  }
  const list: Candidate[] = [];
  const lowest = total <= limit ? null : lowestLevel(setting, centers);
  for (const center of centers) {
    const [from, to] = lowest === null ? [0, troughs.length - 1] : reaches(setting, center, lowest);
    const before = firstNotBelow(troughs, center);
    const after = firstAbove(troughs, center);
    for (let i = from; i < before; i++) {
      for (let j = after; j <= to; j++) list.push({ left: troughs[i], right: troughs[j], center });
    }
  }
  return { list, total, unlisted: total - list.length };
}

/** The lowest water level of any centre: a candidate that crosses it is rejected under every convention. */
function lowestLevel(setting: Setting, centers: number[]): number {
  const { c_0, stalta_waterlevel } = setting.parameters;
  return centers.reduce((lowest, center) => Math.min(lowest, c_0 * levelAt(stalta_waterlevel, center)), Infinity);
}
