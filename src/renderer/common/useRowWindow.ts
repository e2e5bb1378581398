import { useCallback, useEffect, useMemo, useState } from 'react';

interface RowWindow {
  /** The rows that are to be drawn. */
  rows: readonly number[];
  /** Of them those in sight, and some around: [first, last). */
  first: number;
  last: number;
  /** At least as many as are drawn, and the same wherever one looks: row i in slot i modulo `slots` reuses the element of
   *  the row that has left, which costs a fraction of making one. */
  slots: number;
  /** Scrolls as little as brings a row into sight. */
  reveal(index: number): void;
}

/** Rows beyond those in sight, on each side: more than a notch of the wheel moves. */
const OVERSCAN = 6;
/** Nothing has moved for so long, ms: there is time for the rows beyond. */
const REST_MS = 80;
/** Height of the sticky header that covers the first row, px. */
const HEADER = 28;

function show(element: HTMLElement | null, index: number, height: number): void {
  if (!element) return;
  const top = index * height;
  const lowest = top + height + HEADER - element.clientHeight;
  if (element.scrollTop > top) element.scrollTo({ top });
  else if (element.scrollTop < lowest) element.scrollTo({ top: lowest });
}

interface Sight {
  first: number;
  last: number;
  slots: number;
  rows: readonly number[];
}

/** What is to be drawn after a scroll. Where nothing of what was in sight is left, all lines change, and that is much for
 *  one task: the rows beyond those in sight wait until it rests, and their lines stay, and where they are, what they were.
 *  At rest all stand in order, which is how they are read to those who do not see them.
 *  @param top first row in sight
 *  @param bottom the row after the last */
export function sightOf(old: Sight, top: number, bottom: number, slots: number): Sight {
  const isFar = old.slots === slots && old.last > 0 && (top >= old.last || bottom <= old.first);
  const margin = isFar ? 0 : OVERSCAN;
  const [first, last] = [Math.max(0, top - margin), bottom + margin];
  const inOrder = Array.from({ length: last - first }, (_, i) => first + i);
  if (!isFar) {
    const isSame =
      old.slots === slots && old.rows.length === inOrder.length && inOrder.every((row, i) => row === old.rows[i]);
    return isSame ? old : { first, last, slots, rows: inOrder };
  }
  const bySlot = new Map(inOrder.map((row) => [row % slots, row]));
  const rows = old.rows.map((row) => {
    const next = bySlot.get(row % slots) ?? row;
    bySlot.delete(row % slots);
    return next;
  });
  return { first, last, slots, rows: [...rows, ...bySlot.values()] };
}

/** Which rows are in sight of a scrolling element, where all have one height: two divisions, so 100,000 rows cost no
 *  more than ten. */
export function useRowWindow(scroller: HTMLElement | null, count: number, height: number): RowWindow {
  const [sight, setSight] = useState<Sight>({ first: 0, last: 0, slots: 1, rows: [] });

  useEffect(() => {
    if (!scroller) return;
    let rest = 0;
    const look = () => {
      const top = Math.floor(scroller.scrollTop / height);
      const bottom = Math.ceil((scroller.scrollTop + scroller.clientHeight) / height);
      const slots = Math.ceil(scroller.clientHeight / height) + 1 + 2 * OVERSCAN;
      setSight((old) => sightOf(old, top, bottom, slots));
      window.clearTimeout(rest);
      rest = window.setTimeout(() => setSight((old) => sightOf(old, top, bottom, slots)), REST_MS);
    };
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      window.clearTimeout(rest);
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller, height]);

  const reveal = useCallback((index: number) => show(scroller, index, height), [scroller, height]);

  const { slots } = sight;
  const rows = useMemo(() => sight.rows.filter((row) => row < count), [sight.rows, count]);
  return { rows, first: Math.min(sight.first, count), last: Math.min(sight.last, count), slots, reveal };
}
