import type { PeriodBand } from './band';
import type { DecimatedTrace } from './drawing';

/** What an evaluation has of a pair, in short. */
export interface EvaluationSummary {
  /** `i01/s00` */
  evaluation: string;
  /** Sum over components; null where nothing was measured. */
  misfit: number | null;
  nwin: number;
}

/** One station's traces in a record section. */
export interface SectionTrace {
  /** NN.SSS */
  station: string;
  distanceKm: number | null;
  azimuthDeg: number | null;
  /** First sample after the origin, s. */
  timeOffset: number;
  observed: DecimatedTrace;
  synthetic: DecimatedTrace;
  /** s after the origin */
  windows: { left: number; right: number }[];
}

/** A theoretical arrival by distance. */
export interface ArrivalCurve {
  phase: string;
  /** km, in rising order, and s after the origin. */
  points: [distanceKm: number, time: number][];
}

/** One component of all stations of an event that were measured, by distance. */
export interface RecordSection {
  event: string;
  component: string;
  /** That its traces and windows are of: of several period bands the first, whose traces are stored. */
  band: PeriodBand;
  /** Of several period bands. */
  isOneOfBands: boolean;
  traces: SectionTrace[];
  /** How many of them have windows that are left out, as nothing tells their band. */
  withoutBands: number;
  /** By the configured model of the Earth; none where the source's depth or all distances are unknown. */
  arrivals: ArrivalCurve[];
}
