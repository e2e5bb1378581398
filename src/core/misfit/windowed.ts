import type { WindowMeasurement } from '@/core/model';
import { taperWeights, weighted } from '@/core/signal';
import type { Measurement, MisfitInput, SecondsWindow } from './types';

/** What a misfit function sees of one window: tapered copies of length m. */
export interface WindowedPair {
  observed: Float64Array;
  synthetic: Float64Array;
  /** First sample in the trace. */
  left: number;
}

/** What it makes of it: the source before the taper, length m. */
export interface WindowResult {
  adjoint: Float64Array;
  measurement: Omit<WindowMeasurement, 'left' | 'right'>;
}

/**
 * First sample and length of a window given in seconds, cut to the trace. The order of these operations on doubles is
 * part of the definition: a window may end up a sample longer or shorter than the samples its seconds were made of.
 */
export function windowSamples(
  [left, right]: SecondsWindow,
  delta: number,
  n: number,
): { left: number; length: number } {
  const first = Math.min(n, Math.max(0, Math.floor(left / delta)));
  return { left: first, length: Math.max(0, Math.min(n - first, Math.floor((right - left) / delta) + 1)) };
}

/**
 * Measures window by window: cuts and tapers, calls `measure`, tapers the source and puts it in place.
 * @param join  where windows share a sample, `replace` keeps the later window's source and `add` sums both
 */
export function measureWindows(
  input: MisfitInput,
  measure: (pair: WindowedPair) => WindowResult,
  join: 'replace' | 'add' = 'replace',
): Measurement {
  const { delta, parameters } = input;
  const n = input.synthetic.length;
  const result: Measurement = { misfit: 0, adjoint: new Float64Array(n), windows: [] };
  for (const window of input.windows) {
    const { left, length } = windowSamples(window, delta, n);
    const taper = taperWeights(length, parameters.taper_percentage, parameters.taper_type);
    const cut = (x: Float64Array) => weighted(x.subarray(left, left + length), taper);
    const { adjoint, measurement } = measure({ observed: cut(input.observed), synthetic: cut(input.synthetic), left });
    const source = weighted(adjoint, taper);
    if (join === 'add') for (let i = 0; i < length; i++) source[i] += result.adjoint[left + i];
    result.adjoint.set(source, left);
    result.misfit += measurement.misfit;
    result.windows.push({ ...measurement, left: left * delta, right: (left + length) * delta });
  }
  return result;
}
