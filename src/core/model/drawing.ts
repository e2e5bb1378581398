import type { PeriodBand } from './band';
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

/** One component in all of several period bands: what enters the pair's misfit. */
export interface CombinedComponent {
  component: string;
  /** Mean over the bands that gave any. */
  misfit: number | null;
  windows: Pick<Window, 'left' | 'right' | 'cc' | 'band'>[];
  /** Mean over the bands that gave any: what is written. */
  adjoint: DecimatedTrace | null;
  /** Places of the bands in which its windows were set by hand. */
  byHand: number[];
}

/** All that the view of a pair draws, in one of its period bands. */
export interface PairDrawing {
  /** Synthetic's first sample after the origin, s. */
  timeOffset: number;
  arrivals: PhaseArrival[];
  components: ComponentDetail[];
  /** The period bands that it is measured in, one at least, and which of them is drawn. */
  bands: PeriodBand[];
  band: number;
  /** Only of several period bands. */
  combined?: CombinedComponent[];
  /** What is stored of several period bands: traces of the first, their mean adjoint source, and windows of which
   *  nothing may tell the band; then none are drawn. */
  stored?: { hasWindows: boolean };
  stalta: { waterlevel: number };
  warnings: string[];
  error: Failure | null;
  /** Only where a decision by hand holds for the windows. */
  hand?: HandMark;
  log: string;
}
