import { IN, SELECTED } from './analysis/masks';
import type { PairKey } from '@/core/model';
import { analysis, columns } from './table';

let kept: { version: number; order: number[] } = { version: -1, order: [] };

/** Places of the selected pairs, or of all that pass the filter without a selection: what previous and next walk through
 *  while all results are looked at. */
export function resultOrder(): readonly number[] {
  const version = analysis.getVersion();
  if (kept.version === version) return kept.order;
  const { pairs, pairCount, selecting } = analysis.masks;
  const wanted = selecting ? SELECTED : IN;
  const order: number[] = [];
  for (let place = 0; place < pairCount; place++) if (pairs[place] & wanted) order.push(place);
  kept = { version, order };
  return order;
}

/** The pairs that are selected; none without a selection. */
export function selectedPairKeys(): PairKey[] {
  if (!analysis.masks.selecting) return [];
  const { event, station } = columns.pairs;
  return resultOrder().map((place) => ({
    event: columns.events.list[event[place]],
    station: columns.stations.list[station[place]],
  }));
}
