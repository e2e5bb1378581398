import type { PairKey } from './pairKey';

/** What somebody says of a pair's windows: made anew, taken as selected, left out of the inversion; or that an earlier
 *  decision holds no more. */
export const VERDICTS = ['edited', 'accepted', 'rejected', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A window set by hand, in s after the origin on the synthetic's time axis: it means the same whatever the traces'
 *  start and sampling interval. */
export interface HandWindow {
  left: number;
  right: number;
}

/** Windows by component. A component that is not named is left to selection; one with an empty list has none. */
export type HandWindows = Record<string, HandWindow[]>;

/** A decision by hand in short, as it marks a result. */
export interface HandMark {
  verdict: Verdict;
  /** User name. */
  by: string;
  /** ISO 8601 */
  at: string;
  /** Why. */
  note: string;
}

/** A decision on the windows of a pair. It holds in the evaluation it was made in and in later ones, until another one
 *  is made or it is withdrawn; it takes precedence over selection and over fixed windows. */
export interface HandDecision extends PairKey, HandMark {
  /** `i01/s00` */
  evaluation: string;
  /** Empty unless the verdict is `edited`. */
  windows: HandWindows;
}

export function handMark({ verdict, by, at, note }: HandMark): HandMark {
  return { verdict, by, at, note };
}
