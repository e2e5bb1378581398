import { pairRows, pairView } from '../pairs/table';
import { openPair, usePair } from './store';

/** Opens the pair that stands `step` rows below the open one, in the table's visible order. */
export function stepPair(step: 1 | -1): void {
  const { open } = usePair.getState();
  if (!open) return;
  const { order } = pairView;
  const here = order.indexOf(pairRows.placeOf(open));
  const place = here === -1 ? order[0] : order[here + step];
  if (place !== undefined) openPair(pairRows.rows[place]!);
}

/** Where the open pair stands among those shown, from 1; null where the filter hides it. */
export function positionOf(pair: { event: string; station: string }): number | null {
  const index = pairView.order.indexOf(pairRows.placeOf(pair));
  return index === -1 ? null : index + 1;
}
