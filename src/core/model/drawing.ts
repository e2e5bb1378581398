import type { Failure } from './failure';
import type { HandMark } from './hand';
import type { PhaseArrival, RejectedWindows, Window } from './window';

/** A trace for drawing: minimum and maximum of each pixel column, so that no peak is lost. */
export interface DecimatedTrace {
  /** Seconds of the first column after the first sample, and of one column. */
  start: number;
  step: number;
  min: number[];
  max: number[];
}

/** A window with what is written at it. */
export interface DrawnWindow extends Omit<Window, 'firstSample'> {
  /** As it enters the component's misfit; null where windows are not measured one by one. */
  misfit: number | null;
}

/** What amplitudes are: ground motion, scaled to one or to each other, or whatever the files hold. Of a recording whose
 *  response is still in it only the synthetic side is ground motion. */
export type AmplitudeUnit = 'DISP' | 'VEL' | 'ACC' | 'normalized' | 'file' | 'recorded';

/** One component of a pair, ready to be drawn. */
export interface ComponentDetail {
  component: string;
  observedChannel: string;
  syntheticChannel: string;
  observed: DecimatedTrace;
  synthetic: DecimatedTrace;
  stalta: DecimatedTrace | null;
  adjoint: DecimatedTrace | null;
  misfit: number | null;
  windows: DrawnWindow[];
  rejected: RejectedWindows;
  /** Candidates left after each step of window selection, in order. */
  funnel: [step: string, left: number][];
  /** Samples, and s. */
  length: number;
  delta: number;
  unit: AmplitudeUnit;
  /** Its traces are standardized and no more. */
  unprocessed?: true;
  /** Its windows were set by hand. */
  byHand?: true;
}

/** All that the view of a pair draws. */
export interface PairDrawing {
  /** Synthetic's first sample after the origin, s. */
  timeOffset: number;
  arrivals: PhaseArrival[];
  components: ComponentDetail[];
  stalta: { waterlevel: number };
  warnings: string[];
  error: Failure | null;
  /** Only where a decision by hand holds for the windows. */
  hand?: HandMark;
  log: string;
  /** s */
  parameters: { minPeriod: number; maxPeriod: number };
}
