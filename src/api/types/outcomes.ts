import type { PairOutcome } from '@/core/model';

/** Some of the outcomes of the open project, in the order in which they became known. A pair that is done again moves to
 *  the end, so that who reads up to `end` has the latest of every pair. */
export interface OutcomePage {
  /** The project's folder. */
  path: string;
  /** Places hold within one edition; a project that is read again begins another. */
  edition: string;
  outcomes: PairOutcome[];
  /** Where the next page begins. */
  next: number;
  /** Where the last page ends as of now; reached when `next` is no less. */
  end: number;
}

/** Pairs whose outcomes are of before the run that does them again, or was to do so. */
export interface EarlierPairs {
  pairs: { event: string; stations: string[] }[];
  /** How many there were when the run began; fewer are known of a run that has ended before the project was opened. */
  total: number;
}
