import type { WindowParameters } from '@/core/config';
import type { Conventions, PhaseArrival, RejectedWindows, Trace, Window } from '@/core/model';

/** Theoretical arrivals and distance of the pair: without them no window is rejected on travel times or signal to noise. */
export interface WindowContext {
  /** Time of the first sample minus origin time, s. */
  originOffset: number;
  distanceKm: number;
  /** Theoretical arrivals, s after the origin; at least one. */
  arrivals: readonly PhaseArrival[];
}

/** Observed and synthetic of one component: preprocessed, same start, interval and length n. */
export interface WindowInput {
  observed: Trace;
  synthetic: Trace;
  /** Tmin and Tmax in s. */
  minPeriod: number;
  maxPeriod: number;
  parameters: WindowParameters;
  conventions: Conventions;
  context: WindowContext | null;
  /** Windows are dropped whose observed peak is not above this fraction of the trace's; 0 drops none. */
  winAmpRatio: number;
}

/** Windows of one component, and how they came about. */
export interface WindowSelection {
  windows: Window[];
  rejected: RejectedWindows;
  /** STA/LTA of the synthetic's envelope, and the envelope: length n. */
  stalta: Float64Array;
  envelope: Float64Array;
  /** Extrema of STA/LTA that candidates were made of, in samples. */
  peaks: number[];
  troughs: number[];
  /** Windows left after each step, in order. */
  funnel: [step: string, left: number][];
  warnings: string[];
}

/** A window before its fit is known; samples, both ends included. */
export interface Candidate {
  left: number;
  right: number;
  center: number;
}

/** Extrema of STA/LTA, in ascending order. */
export interface Extrema {
  peaks: number[];
  troughs: number[];
}

/** What the tests share. */
export interface Setting {
  parameters: WindowParameters;
  conventions: Conventions;
  minPeriod: number;
  delta: number;
  stalta: Float64Array;
  extrema: Extrema;
}
