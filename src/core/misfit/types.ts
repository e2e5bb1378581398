import type { AdjointSourceType, MisfitParameters } from '@/core/config';
import type { Conventions, WindowMeasurement } from '@/core/model';

/** A window in s from the first sample. */
export type SecondsWindow = readonly [left: number, right: number];

export interface MisfitContext {
  /** Tmin and Tmax in s of the band that the traces were filtered to. */
  minPeriod: number;
  maxPeriod: number;
  conventions: Conventions;
}

/** One component to be measured; observed and synthetic have length n. */
export interface MisfitInput {
  observed: Float64Array;
  synthetic: Float64Array;
  /** Sampling interval in s. */
  delta: number;
  windows: readonly SecondsWindow[];
  parameters: MisfitParameters;
  context: MisfitContext;
}

export interface Measurement {
  /** Sum over windows. */
  misfit: number;
  /** Adjoint source in forward time, length n. */
  adjoint: Float64Array;
  windows: WindowMeasurement[];
}

export type MisfitFunction = (input: MisfitInput) => Measurement;

/** The misfit functions that need two stations. */
export type DoubleDifferenceType = Extract<AdjointSourceType, `${string}_dd`>;
