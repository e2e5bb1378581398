import type { Failure } from './failure';
import type { HandMark } from './hand';
import type { PairKey } from './pairKey';

/** A measured window in short: bounds in samples (both included), `dt` in s as measured by correlation. */
export interface WindowSummary {
  left: number;
  right: number;
  cc: number;
  dt: number;
  dlnA: number;
  /** Length in minimum periods times correlation. */
  weight: number;
  /** As it enters the component's misfit; absent where windows are not measured one by one. */
  misfit?: number;
  /** Place of its period band among several, from 0; absent where there is one, and in journals of earlier versions. */
  band?: number;
  /** It was set by hand, and those of its component in another band were not. */
  byHand?: true;
}

/** The trace that a component's samples count on. */
export interface MeasuredTrace {
  /** Observed channel, NN.SSS.LL.CCC. */
  channel: string;
  /** Time of sample 0, ISO 8601 to the nanosecond. */
  starttime: string;
  /** s */
  delta: number;
}

export interface ComponentOutcome {
  misfit: number | null;
  nwin: number;
  windows: WindowSummary[];
  trace: MeasuredTrace;
  /** Its windows were set by hand. */
  byHand?: true;
}

/** Seconds spent in each step of a pair. */
export type Timings = Partial<
  Record<'read' | 'standardize' | 'preprocess' | 'window' | 'measure' | 'figure' | 'write', number>
>;

/** Another station of the event that a station was compared with by a double difference; its code comes later in the
 *  alphabet, so that each two are told once. */
export interface PartnerOutcome {
  component: string;
  /** NN.SSS */
  station: string;
  distanceKm: number;
  /** Normalized cross-correlation of the observed waveforms, mean over windows. */
  similarity: number;
  windows: number;
  /** Of the two stations; half of it counts for each. */
  misfit: number;
}

/** What is known of a pair when it is done: small enough to travel, to be journalled and to fill a table. */
export interface PairOutcome extends PairKey {
  status: 'ok' | 'failed';
  /** Sum over components; null where nothing was measured. */
  misfit: number | null;
  nwin: number;
  /** Keyed by component letter. */
  components: Record<string, ComponentOutcome>;
  distanceKm: number | null;
  /** Event to station, clockwise from north. */
  azimuthDeg: number | null;
  /** Station to event, clockwise from north. */
  backazimuthDeg: number | null;
  /** Only of a double difference. */
  partners?: PartnerOutcome[];
  /** Only where a decision by hand holds for its windows. */
  hand?: HandMark;
  error: Failure | null;
  warnings: string[];
  seconds: number;
  timings: Timings;
}
