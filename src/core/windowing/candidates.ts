import { PairError } from '@/core/model';
import { firstAbove, firstNotBelow } from './search';
import { levelAt } from './levels';
import { reaches } from './waterLevel';
import type { Candidate, Setting } from './types';

/** Up to here every candidate is made, so that each rejection can be shown; their number grows with the cube of the peaks. */
const LISTED = 400_000;
/** More than this many are not tested: memory would not hold them. */
const MOST = 4_000_000;

export interface Candidates {
  list: Candidate[];
  /** Number of all candidates. */
  total: number;
  /** Candidates left out of the list: each crosses a trough at the water level, whichever its centre. */
  unlisted: number;
}

/**
 * For each peak above the water level, every trough to its left with every trough to its right.
 * @param listed  how many candidates may be listed in full; beyond, those that no centre's water level lets pass are
 *                counted only
 * @throws PairError `too-many-candidates`
 * @see Maggi et al. 2009, section 2.2
 */
export function makeCandidates(setting: Setting, listed = LISTED): Candidates {
  const { peaks, troughs } = setting.extrema;
  const level = setting.parameters.stalta_waterlevel;
  const centers = peaks.filter((peak) => setting.stalta[peak] > levelAt(level, peak));
  const all = centers.map((center): Growth => ({
    center,
    from: 0,
    before: firstNotBelow(troughs, center),
    after: firstAbove(troughs, center),
    to: troughs.length - 1,
  }));
  const total = count(all);
  const kept = total <= listed ? all : withinReach(all, setting);
  const size = count(kept);
  if (size > MOST) throw tooMany(size, centers.length);
  return { list: kept.flatMap((growth) => grow(growth, troughs)), total, unlisted: total - size };
}

/** The troughs, by their position in the list, that windows around a centre start and end at. */
interface Growth {
  center: number;
  /** Starts: from `from`, and before `before`. */
  from: number;
  before: number;
  /** Ends: from `after` to `to`. */
  after: number;
  to: number;
}

function count(growths: readonly Growth[]): number {
  return growths.reduce((sum, { from, before, after, to }) => sum + (before - from) * (to + 1 - after), 0);
}

function grow({ center, from, before, after, to }: Growth, troughs: number[]): Candidate[] {
  const list: Candidate[] = [];
  for (let i = from; i < before; i++) {
    for (let j = after; j <= to; j++) list.push({ left: troughs[i], right: troughs[j], center });
  }
  return list;
}

function withinReach(growths: readonly Growth[], setting: Setting): Growth[] {
  const lowest = lowestLevel(
    setting,
    growths.map(({ center }) => center),
  );
  return growths.map((growth) => {
    const [from, to] = reaches(setting, growth.center, lowest);
    return { ...growth, from, to };
  });
}

function tooMany(size: number, centers: number): PairError {
  return new PairError(
    'window',
    'too-many-candidates',
    `${centers} maxima of STA/LTA make ${size} candidate windows, which is too many to test`,
    { advice: 'Raise stalta_waterlevel or min_period, or cut the traces shorter.' },
  );
}

/** The lowest water level of any centre: a candidate that crosses it is rejected under every convention. */
function lowestLevel(setting: Setting, centers: number[]): number {
  const { c_0, stalta_waterlevel } = setting.parameters;
  return centers.reduce((lowest, center) => Math.min(lowest, c_0 * levelAt(stalta_waterlevel, center)), Infinity);
}
