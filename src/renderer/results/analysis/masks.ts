import type { Test, Tests } from '../brush';
import type { FilterFlags } from '../filter';
import { STATUS, type ResultColumns } from '../store/columns';

/** Bits of a mask. */
export const IN = 1;
export const SELECTED = 2;
/** Selected but for what rows were picked in tables: a table lists these, or picking one would take the others away. */
export const LISTED = 4;
/** A pair with a selected or listed window; only while masks are made. */
const HELD = { selected: 8, listed: 16 };

/** What passes the filter, and what of it is selected: by places and by rows. */
export interface Masks {
  pairs: Uint8Array;
  windows: Uint8Array;
  pairCount: number;
  windowCount: number;
  /** Whether there is a selection at all; without one, nothing has its bit. */
  selecting: boolean;
  /** Numbers of what passes, and of what is selected. */
  counts: { pairs: number; windows: number; selectedPairs: number; selectedWindows: number };
}

/** How many rows are worked on between two looks at the clock. */
export const STRIDE = 16_384;

/** Calls `work` for stretches of [0, end), and yields after each. */
export function* strides(end: number, work: (from: number, to: number) => void): Generator<void, void> {
  for (let from = 0; from < end; from += STRIDE) {
    work(from, Math.min(end, from + STRIDE));
    yield;
  }
}

export function emptyMasks(): Masks {
  return {
    pairs: new Uint8Array(0),
    windows: new Uint8Array(0),
    pairCount: 0,
    windowCount: 0,
    selecting: false,
    counts: { pairs: 0, windows: 0, selectedPairs: 0, selectedWindows: 0 },
  };
}

interface MaskInput {
  columns: ResultColumns;
  flags: FilterFlags;
  tests: Tests;
}

/** A window is selected where it and its pair pass all tests; a pair, where it passes and, if windows are tested, holds a
 *  selected one. Written over `masks`, which nobody looks at meanwhile. */
export function* fillMasks(masks: Masks, { columns, flags, tests }: MaskInput): Generator<void, void> {
  const { pairCount, windowCount } = columns;
  const counts = { pairs: 0, windows: 0, selectedPairs: 0, selectedWindows: 0 };
  if (masks.pairs.length < pairCount) masks.pairs = new Uint8Array(columns.pairs.event.length);
  if (masks.windows.length < windowCount) masks.windows = new Uint8Array(columns.windows.pair.length);
  const selecting = Object.values(tests).some((list: Test[]) => list.length > 0);
  Object.assign(masks, { pairCount, windowCount, selecting, counts });
  const { pairs, windows } = masks;
  const passes = (list: readonly Test[], index: number) => list.every((test) => test(index));

  yield* strides(pairCount, (from, to) => {
    const { event, station, status } = columns.pairs;
    for (let place = from; place < to; place++) {
      const known = status[place] !== STATUS.none && flags.events[event[place]] && flags.stations[station[place]];
      pairs[place] = known ? IN : 0;
      if (!known) continue;
      counts.pairs++;
      if (!passes(tests.pairs, place)) continue;
      pairs[place] |= LISTED;
      if (selecting && passes(tests.pickedPairs, place)) pairs[place] |= SELECTED;
    }
  });
  yield* strides(windowCount, (from, to) => {
    const { pair, component } = columns.windows;
    for (let row = from; row < to; row++) {
      const place = pair[row];
      const its = place < 0 || !flags.components[component[row]] ? 0 : pairs[place];
      windows[row] = its & IN;
      if (!(its & IN)) continue;
      counts.windows++;
      if (!(its & LISTED) || !passes(tests.windows, row)) continue;
      windows[row] |= LISTED;
      pairs[place] |= HELD.listed;
      if (!(its & SELECTED) || !passes(tests.pickedWindows, row)) continue;
      windows[row] |= SELECTED;
      pairs[place] |= HELD.selected;
      counts.selectedWindows++;
    }
  });
  const ofListed = tests.windows.length > 0;
  const ofSelected = ofListed || tests.pickedWindows.length > 0;
  yield* strides(pairCount, (from, to) => {
    for (let place = from; place < to; place++) {
      const bits = pairs[place];
      const listed = bits & LISTED && (!ofListed || bits & HELD.listed);
      const selected = bits & SELECTED && (!ofSelected || bits & HELD.selected);
      pairs[place] = (bits & IN) | (listed ? LISTED : 0) | (selected ? SELECTED : 0);
      if (selected) counts.selectedPairs++;
    }
  });
}
