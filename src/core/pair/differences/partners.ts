import type { Parameters } from '@/core/config';
import { geodesic } from '@/core/geodesy';
import type { SecondsWindow } from '@/core/misfit';
import { compareNames } from '@/core/model';
import { correlationPeak } from '@/core/signal';
import { isSameRate } from '../sampling';
import { spansOf } from '../spans';
import type { ComponentResult } from '../types';
import type { DifferenceStation, StationPair } from './types';

/**
 * Chooses the station pairs of one component: neither too far apart nor too close, with similar observed waveforms in at
 * least one window each. The most similar pairs come first, until a station has as many as it may have; of equally
 * similar ones the first by the alphabet.
 * @param stations  of one event, in any order
 * @see Yuan, Simons & Tromp 2016, section 4
 */
export function choosePartners(
  stations: readonly DifferenceStation[],
  component: string,
  parameters: Parameters,
): StationPair[] {
  const { max_distance, min_distance, max_pairs } = parameters.double_difference;
  const found: StationPair[] = [];
  const measurable = stations
    .filter(({ station, components }) => station !== null && components.some((each) => each.component === component))
    .sort((a, b) => compareNames(a.code, b.code));
  measurable.forEach((a, i) => {
    for (const b of measurable.slice(i + 1)) {
      const distanceKm = distanceOf(a, b);
      if (distanceKm < min_distance || distanceKm > max_distance) continue;
      const pair = similarPair(a, b, component, parameters);
      if (pair !== null) found.push({ ...pair, distanceKm });
    }
  });
  found.sort((x, y) => y.similarity - x.similarity || compareNames(x.a, y.a) || compareNames(x.b, y.b));
  const counts = new Map<string, number>();
  return found.filter(({ a, b }) => {
    const [ofA, ofB] = [counts.get(a) ?? 0, counts.get(b) ?? 0];
    if (ofA >= max_pairs || ofB >= max_pairs) return false;
    counts.set(a, ofA + 1).set(b, ofB + 1);
    return true;
  });
}

function distanceOf({ station: a }: DifferenceStation, { station: b }: DifferenceStation): number {
  return geodesic(a!.latitude, a!.longitude, b!.latitude, b!.longitude).distanceKm;
}

function similarPair(
  a: DifferenceStation,
  b: DifferenceStation,
  component: string,
  parameters: Parameters,
): Omit<StationPair, 'distanceKm'> | null {
  const [ofA, ofB] = [a, b].map(({ components }) => components.find((each) => each.component === component)!);
  if (!isSameRate(ofA.synthetic.delta, ofB.synthetic.delta)) return null;
  const matches = matchWindows(ofA, ofB, parameters);
  if (matches.length === 0) return null;
  const similarity = matches.reduce((sum, match) => sum + match.similarity, 0) / matches.length;
  return { component, a: a.code, b: b.code, similarity, windows: matches.map(({ i, j }) => [i, j]) };
}

interface Match {
  i: number;
  j: number;
  similarity: number;
}

/** Gives each window of a the most similar one of b that no more similar window of a has; those without one are left out. */
function matchWindows(a: ComponentResult, b: ComponentResult, parameters: Parameters): Match[] {
  const [ofA, ofB] = [a, b].map((each) => spansOf(each, parameters).map((span) => observedIn(each, span)));
  const all = ofA.flatMap((x, i) =>
    ofB.map((y, j): Match => ({ i, j, similarity: correlationPeak(x, y).coefficient })),
  );
  const similar = all
    .filter(({ similarity }) => similarity >= parameters.double_difference.min_similarity)
    .sort((x, y) => y.similarity - x.similarity || x.i - y.i || x.j - y.j);
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  const matches = similar.filter(({ i, j }) => {
    if (takenA.has(i) || takenB.has(j)) return false;
    takenA.add(i);
    takenB.add(j);
    return true;
  });
  return matches.sort((x, y) => x.i - y.i);
}

function observedIn({ observed }: ComponentResult, [left, right]: SecondsWindow): Float64Array {
  return observed.data.subarray(Math.round(left / observed.delta), Math.round(right / observed.delta) + 1);
}
