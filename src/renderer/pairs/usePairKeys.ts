import { useCallback, useState, type KeyboardEvent } from 'react';
import { closePair, openPair, usePair } from '../pair/store';
import { pairRows, pairView } from './table';

interface PairKeys {
  /** Place in the store of the row with the keyboard's focus: it stays with the pair while rows come and move. */
  active: number | null;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(): void;
  click(place: number): void;
}

const PAGE = 15;

/** The table is made anew when a pair is opened: it goes on at that pair. */
function placeOfOpen(): number | null {
  const { open } = usePair.getState();
  const place = open ? pairRows.placeOf(open) : -1;
  return place === -1 ? null : place;
}

/** Keyboard of the table: arrows, Page, Home and End move, Enter opens the pair, L its log, Escape closes it. */
export function usePairKeys(reveal: (index: number) => void): PairKeys {
  const [active, setActive] = useState(placeOfOpen);

  const onKeyDown = (event: KeyboardEvent) => {
    const { order } = pairView;
    if (order.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = active === null ? -1 : order.indexOf(active);
    const steps: Record<string, number> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + PAGE,
      PageUp: here - PAGE,
      Home: 0,
      End: order.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      const index = Math.max(0, Math.min(order.length - 1, to));
      setActive(order[index]!);
      reveal(index);
    } else if (event.key === 'Enter' && here >= 0) openPair(pairRows.rows[order[here]!]!);
    else if (event.key.toLowerCase() === 'l' && here >= 0) openPair(pairRows.rows[order[here]!]!, 'log');
    else if (event.key === 'Escape') closePair();
    else return;
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
