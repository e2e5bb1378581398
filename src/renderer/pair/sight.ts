import type { SharedRange } from './plot/sharedRange';

/** What + and − zoom by, and the part of the range that is panned by. */
const ZOOM_STEP = 1.6;
const PAN_STEP = 0.2;
/** Room on both sides of a window that is zoomed to, as a part of it. */
const MARGIN = 0.5;

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

/** Whether waveforms are on the page. */
export function isInSight(): boolean {
  return shown !== null;
}

/** Shows less (1) or more (-1) time about the middle. */
export function zoomSight(way: 1 | -1): void {
  shown?.zoom((shown.min + shown.max) / 2, ZOOM_STEP ** -way);
}

/** Later (1) or earlier (-1). */
export function panSight(way: 1 | -1): void {
  shown?.pan(way * PAN_STEP);
}

export function resetSight(): void {
  shown?.reset();
}

/** Zooms to a window and its surroundings. */
export function zoomTo(left: number, right: number): void {
  const margin = MARGIN * (right - left);
  shown?.set(left - margin, right + margin);
}
