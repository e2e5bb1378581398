import { pairId, type PairKey } from '@/core/model';
import { useApp } from '../app/store';
import { pairRows, pairView } from '../pairs/table';
import { resultOrder } from '../results/order';
import { openPair, usePair } from './store';

/** Which way was gone last. */
let way: 1 | -1 = 1;

/** Places of the pairs to walk through: the table's, or the selection's where all results are looked at. */
export function currentOrder(): readonly number[] {
  return useApp.getState().area === 'results' ? resultOrder() : pairView.order;
}

function neighbour(pair: PairKey, step: number): PairKey | null {
  const order = currentOrder();
  const here = order.indexOf(pairRows.placeOf(pair));
  const place = here === -1 ? order[0] : order[here + step];
  return place === undefined ? null : pairRows.rows[place]!;
}

/** Whether there is another pair before (-1) or after (1) the open one. */
export function hasNeighbour(step: 1 | -1): boolean {
  const { open } = usePair.getState();
  return open !== null && neighbour(open, step) !== null;
}

/** The pairs around one in their order, the likeliest to be opened next first. */
export function neighboursOf(pair: PairKey): PairKey[] {
  return [way, -way, 2 * way].map((step) => neighbour(pair, step)).filter((next) => next !== null);
}

/** Opens the pair that stands `step` places after the open one. */
export function stepPair(step: 1 | -1): void {
  way = step;
  const { open } = usePair.getState();
  const next = open && neighbour(open, step);
  if (next) openPair(next);
}

/** Opens the next pair after the open one that has failed, from the first again after the last.
 *  @returns whether there is another */
export function stepToFailed(step: 1 | -1): boolean {
  const order = currentOrder();
  const { open } = usePair.getState();
  const here = open ? order.indexOf(pairRows.placeOf(open)) : -1;
  for (let i = 1; i <= order.length; i++) {
    const at = here === -1 && step === -1 ? order.length - i : here + step * i;
    const row = pairRows.rows[order[((at % order.length) + order.length) % order.length]!]!;
    if (row.status !== 'failed' || (open && pairId(row) === pairId(open))) continue;
    openPair(row);
    return true;
  }
  return false;
}

/** Where the open pair stands among those shown, from 1; null where the filter hides it. */
export function positionOf(pair: PairKey): number | null {
  const index = currentOrder().indexOf(pairRows.placeOf(pair));
  return index === -1 ? null : index + 1;
}
