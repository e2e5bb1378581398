import type { SharedRange } from './sharedRange';

let shown: SharedRange | null = null;

/** Takes in the range of the pair that is looked at, for as long as it is on the page.
 *  @returns a function that removes it */
export function look(range: SharedRange): () => void {
  shown = range;
  return () => {
    if (shown === range) shown = null;
  };
}

/** The time in sight, s after the origin; null where that is the whole trace, or no pair is on the page. */
export function shownSpan(): [start: number, end: number] | null {
  return shown?.zoomed ? [shown.min, shown.max] : null;
}
