import type { Failure, PhaseArrival, RejectedWindows, Window } from '@/core/model';

/** A trace for drawing: minimum and maximum of each column, so that no peak is lost. */
export interface DecimatedTrace {
  /** Seconds of the first column after the first sample, and of one column. */
  start: number;
  step: number;
  min: number[];
  max: number[];
}

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
  windows: Omit<Window, 'firstSample'>[];
  rejected: RejectedWindows;
  /** Samples, and s. */
  length: number;
  delta: number;
  unit: string;
}

/** What a worker tells of a pair that it has computed for looking at. */
export interface PairDetailData {
  /** Synthetic's first sample after the origin, s. */
  timeOffset: number;
  arrivals: PhaseArrival[];
  components: ComponentDetail[];
  stalta: { waterlevel: number };
  warnings: string[];
  error: Failure | null;
  log: string;
  parameters: { minPeriod: number; maxPeriod: number };
}

/** Minimum and maximum of each column of equally many samples.
 *  @param width most columns wanted; fewer samples than that are kept as they are */
export function decimate(data: Float64Array, delta: number, width: number): DecimatedTrace {
  const samples = Math.max(1, Math.ceil(data.length / width));
  const columns = Math.ceil(data.length / samples);
  const min = new Array<number>(columns);
  const max = new Array<number>(columns);
  for (let column = 0; column < columns; column++) {
    const end = Math.min(data.length, (column + 1) * samples);
    let low = data[column * samples]!;
    let high = low;
    for (let i = column * samples + 1; i < end; i++) {
      const value = data[i]!;
      if (value < low) low = value;
      else if (value > high) high = value;
    }
    min[column] = low;
    max[column] = high;
  }
  return { start: 0, step: samples * delta, min, max };
}
