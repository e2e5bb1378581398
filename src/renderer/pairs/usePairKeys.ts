import { useCallback, useState, type KeyboardEvent } from 'react';
import { placeByKey } from '../common/listKeys';
import { stepOut } from '../pair/edit/steps';
import { closePair, openPair, usePair } from '../pair/store';
import { pairRows, pairView } from './table';

interface PairKeys {
  /** Place in the store of the row with the keyboard's focus: it stays with the pair while rows come and move. */
  active: number | null;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(): void;
  click(place: number): void;
}

/** The table is made anew when a pair is opened: it goes on at that pair. */
function placeOfOpen(): number | null {
  const { open } = usePair.getState();
  const place = open ? pairRows.placeOf(open) : -1;
  return place === -1 ? null : place;
}

/** Keyboard of the table: arrows, Page, Home and End move, Enter opens the pair, L its log, Escape goes one step out of what
 *  is done by hand, or closes it. */
export function usePairKeys(reveal: (index: number) => void): PairKeys {
  const [active, setActive] = useState(placeOfOpen);

  const onKeyDown = (event: KeyboardEvent) => {
    const { order } = pairView;
    if (order.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = active === null ? -1 : order.indexOf(active);
    const to = placeByKey(event.key, here, order.length);
    if (to !== null) {
      setActive(order[to]!);
      reveal(to);
    } else if (event.key === 'Enter' && here >= 0) openPair(pairRows.rows[order[here]!]!);
    else if (event.key.toLowerCase() === 'l' && here >= 0) openPair(pairRows.rows[order[here]!]!, 'log');
    else if (event.key !== 'Escape') return;
    else if (!stepOut()) closePair();
    event.preventDefault();
  };

  const click = useCallback((place: number) => {
    setActive(place);
    openPair(pairRows.rows[place]!);
  }, []);

  return {
    active,
    onKeyDown,
    onFocus: () => setActive((place) => place ?? pairView.order[0] ?? null),
    click,
  };
}
