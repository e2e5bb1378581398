import type {
  AdjointSource,
  Failure,
  HandDecision,
  Nanoseconds,
  PeriodBand,
  PhaseArrival,
  RejectedWindows,
  SeismicEvent,
  Station,
  Timings,
  Trace,
  Window,
} from '@/core/model';

export type LogLevel = 'DEBUG' | 'INFO' | 'WARNING' | 'CRITICAL';
/** Receives the log of a pair; the caller decides on levels and form. */
export type PairLog = (level: LogLevel, message: string) => void;

/** What is known of a pair before it is measured. Traces are as read: raw, any order, any number of channels. */
export interface PairInput {
  event: SeismicEvent | null;
  station: Station | null;
  observed: Trace[];
  /** A file whose times count from the origin tells the first of them, s. */
  synthetic: (Trace & { firstTime?: number })[];
  /** To be measured in; where left out windows are selected. */
  fixed?: FixedWindows | null;
  /** A decision by hand; it takes precedence over fixed and selected windows. */
  hand?: HandDecision | null;
}

/** Windows that an earlier evaluation of the pair had, on all its components. */
export interface FixedWindows {
  /** `i01/s00` */
  evaluation: string;
  windows: { component: string; window: Window }[];
}

/** Seconds on any clock that runs evenly: core has none of its own. */
export type Clock = () => number;

/** Geodesic between event and station. Azimuths clockwise from north. */
export interface PairGeometry {
  distanceKm: number;
  distanceDeg: number;
  azimuthDeg: number;
  backazimuthDeg: number;
}

/** All of one component after the workflow. Absent parts were not reached or do not apply. */
export interface ComponentResult {
  component: string;
  observed: Trace;
  synthetic: Trace;
  /** STA/LTA of the synthetic's envelope, one value per sample; null when windowing is off. */
  stalta: Float64Array | null;
  windows: Window[];
  rejected: RejectedWindows;
  /** Candidates left after each step of window selection, in order; empty when windowing is off. */
  funnel: [step: string, left: number][];
  adjoint: AdjointSource | null;
  /** Its windows are those that were set by hand. */
  byHand?: true;
  /** Its traces are standardized and no more: preprocessing is left out, or was not reached. */
  unprocessed?: true;
}

/** All components in one of several period bands. */
export interface BandResult {
  band: PeriodBand;
  components: ComponentResult[];
}

/** The whole result of one pair. */
export interface PairResult {
  geometry: PairGeometry | null;
  /** Synthetic start minus origin time, s. */
  timeOffset: number;
  /** Theoretical arrivals, s after the origin. */
  arrivals: PhaseArrival[];
  origin: Nanoseconds | null;
  /** In the order of the configured components; what was measured in several period bands as one (`combineBands`). */
  components: ComponentResult[];
  /** Sum over components; null where nothing was measured. */
  misfit: number | null;
  /** Of several period bands each by itself, as far as they were measured; left out where there is one. */
  bands?: BandResult[];
  warnings: string[];
  timings: Timings;
  /** Set when a stage failed; what earlier stages made is kept. */
  error: Failure | null;
  /** Only where a decision by hand holds. */
  hand?: HandDecision;
}
