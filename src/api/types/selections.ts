import type { PairKey, PairLimits } from '@/core/model';

/** Both ends count as within; null where an end is open. */
export interface Range {
  min: number | null;
  max: number | null;
}

/** What narrows the lists of events and stations, and what limits the pairs. */
export interface SelectionFilters {
  /** Terms with wildcards, as they are typed. */
  events: string;
  stations: string;
  magnitude: Range;
  depthKm: Range;
  /** ISO 8601, or a day as 2018-02-18. */
  time: { min: string | null; max: string | null };
  pairs: PairLimits;
}

/** A selection that is kept with the project under a name. */
export interface SavedSelection {
  name: string;
  /** ISO 8601 */
  savedAt: string;
  /** Ids of events and codes NN.SSS of stations, all of them by name: what comes to the project later is not selected. */
  events: string[];
  stations: string[];
  filters: SelectionFilters;
}

export interface SavedSelections {
  /** By name. */
  selections: SavedSelection[];
  /** What is wrong with the file that they are kept in, and what becomes of it; null where all is well. */
  notice: string | null;
}

/** How long a pair took when it was computed for that purpose; nothing was written. */
export interface PairTiming extends PairKey {
  /** null where it failed: failures come sooner. */
  seconds: number | null;
}
