import { useCallback, useEffect, useState } from 'react';

interface RowWindow {
  /** Rows [first, last) are to be drawn. */
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
/** Height of the sticky header that covers the first row, px. */
const HEADER = 28;

function show(element: HTMLElement | null, index: number, height: number): void {
  if (!element) return;
  const top = index * height;
  const lowest = top + height + HEADER - element.clientHeight;
  if (element.scrollTop > top) element.scrollTo({ top });
  else if (element.scrollTop < lowest) element.scrollTo({ top: lowest });
}

/** Which rows are in sight of a scrolling element, where all have one height: two divisions, so 100,000 rows cost no
 *  more than ten. */
export function useRowWindow(scroller: HTMLElement | null, count: number, height: number): RowWindow {
  const [sight, setSight] = useState({ first: 0, last: 0, slots: 1 });

  useEffect(() => {
    if (!scroller) return;
    const look = () => {
      const first = Math.max(0, Math.floor(scroller.scrollTop / height) - OVERSCAN);
      const last = Math.ceil((scroller.scrollTop + scroller.clientHeight) / height) + OVERSCAN;
      const slots = Math.ceil(scroller.clientHeight / height) + 1 + 2 * OVERSCAN;
      setSight((old) =>
        old.first === first && old.last === last && old.slots === slots ? old : { first, last, slots },
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller, height]);

  const reveal = useCallback((index: number) => show(scroller, index, height), [scroller, height]);

  const { slots } = sight;
  return { first: Math.min(sight.first, count), last: Math.min(sight.last, count), slots, reveal };
}
