import type { MisfitParameters } from '@/core/config';
import type { WindowMeasurement } from '@/core/model';
import type { MisfitContext, SecondsWindow } from '../types';

/** One component of two stations of an event. The traces of A have length n, those of B length m. */
export interface DoubleDifferenceInput {
  observedA: Float64Array;
  syntheticA: Float64Array;
  windowsA: readonly SecondsWindow[];
  observedB: Float64Array;
  syntheticB: Float64Array;
  /** As many as of A: the first with the first, and so on. */
  windowsB: readonly SecondsWindow[];
  /** Sampling interval in s, of all four traces. */
  delta: number;
  parameters: MisfitParameters;
  context: MisfitContext;
}

export interface DoubleDifferenceMeasurement {
  /** Of the pair of stations: sum over the pairs of windows. */
  misfit: number;
  /** Adjoint source at A in forward time, length n. */
  adjointA: Float64Array;
  /** Adjoint source at B in forward time, length m. */
  adjointB: Float64Array;
  /** With the bounds of A's windows. */
  windows: WindowMeasurement[];
}

export type DoubleDifferenceFunction = (input: DoubleDifferenceInput) => DoubleDifferenceMeasurement;
