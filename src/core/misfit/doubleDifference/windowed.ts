import type { WindowMeasurement } from '@/core/model';
import { taperWeights } from '@/core/signal';
import { windowSamples } from '../windowed';
import type { DoubleDifferenceInput, DoubleDifferenceMeasurement } from './types';

/** What a double difference sees of a pair of windows: tapered copies, all as long as A's window. */
export interface WindowQuartet {
  observedA: Float64Array;
  syntheticA: Float64Array;
  observedB: Float64Array;
  syntheticB: Float64Array;
  /** First samples in the traces. */
  leftA: number;
  leftB: number;
  /** How much of B's copies is B's window; zeros follow. */
  lengthB: number;
}

/** A source before the taper, and where in its trace it begins. */
export interface PlacedSource {
  data: Float64Array;
  left: number;
}

export interface QuartetResult {
  adjointA: PlacedSource;
  adjointB: PlacedSource;
  measurement: Omit<WindowMeasurement, 'left' | 'right'>;
}

/**
 * Measures one pair of windows after the other. A's window gives length and taper: B's is cut to it, or followed by
 * zeros.
 * @param measure  null for a pair of windows that counts for nothing
 * @param join     where windows share a sample, `replace` keeps the later window's source and `add` sums both
 */
export function measureWindowPairs(
  input: DoubleDifferenceInput,
  measure: (quartet: WindowQuartet) => QuartetResult | null,
  join: 'replace' | 'add' = 'replace',
): DoubleDifferenceMeasurement {
  const { observedA, syntheticA, observedB, syntheticB, delta, parameters } = input;
  const result: DoubleDifferenceMeasurement = {
    misfit: 0,
    adjointA: new Float64Array(syntheticA.length),
    adjointB: new Float64Array(syntheticB.length),
    windows: [],
  };
  input.windowsA.forEach((windowA, i) => {
    const { left: leftA, length } = windowSamples(windowA, delta, syntheticA.length);
    const { left: leftB, length: ownLength } = windowSamples(input.windowsB[i], delta, syntheticB.length);
    const lengthB = Math.min(length, ownLength);
    const taper = taperWeights(length, parameters.taper_percentage, parameters.taper_type);
    const cutA = (x: Float64Array) => tapered(x.subarray(leftA, leftA + length), taper);
    const cutB = (x: Float64Array) => tapered(x.subarray(leftB, leftB + lengthB), taper);
    const measured = measure({
      observedA: cutA(observedA),
      syntheticA: cutA(syntheticA),
      observedB: cutB(observedB),
      syntheticB: cutB(syntheticB),
      leftA,
      leftB,
      lengthB,
    });
    if (measured === null) return;
    const { adjointA, adjointB, measurement } = measured;
    place(adjointA, taper, result.adjointA, join);
    place(adjointB, taper, result.adjointB, join);
    result.misfit += measurement.misfit;
    result.windows.push({ ...measurement, left: leftA * delta, right: (leftA + length) * delta });
  });
  return result;
}

/** x times the taper, as long as this, zeros after the end of x. */
function tapered(x: Float64Array, taper: Float64Array): Float64Array {
  const out = new Float64Array(taper.length);
  for (let i = 0; i < x.length; i++) out[i] = x[i] * taper[i];
  return out;
}

function place(source: PlacedSource, taper: Float64Array, trace: Float64Array, join: 'replace' | 'add'): void {
  const { data, left } = source;
  const to = Math.min(data.length, trace.length - left);
  for (let i = 0; i < to; i++) {
    const value = data[i] * taper[i];
    trace[left + i] = join === 'add' ? trace[left + i] + value : value;
  }
}
