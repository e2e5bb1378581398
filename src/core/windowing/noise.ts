import { firstArrival } from './extrema';
import type { WindowInput } from './types';

/** Bounds of noise and signal in samples; the end is not included, negative ones count from the end of the trace. */
export interface NoiseAndSignal {
  noiseStart: number;
  /** Null where neither a parameter nor an arrival tells it. */
  noiseEnd: number | null;
  signalStart: number | null;
  signalEnd: number;
}

/**
 * Where noise ends and signal starts: by parameters, else one Tmin before the first arrival.
 *
 * Under the `pyatoa` convention that time in s since the origin is taken as the index itself, and a negative one counts
 * from the end of the trace (docs/conventions.md).
 */
export function noiseAndSignal(input: WindowInput): NoiseAndSignal {
  const { parameters } = input;
  const noiseEnd = parameters.noise_end_index ?? arrivalIndex(input);
  return {
    noiseStart: parameters.noise_start_index,
    noiseEnd,
    signalStart: parameters.signal_start_index ?? noiseEnd,
    signalEnd: parameters.signal_end_index,
  };
}

function arrivalIndex({ context, conventions, minPeriod, observed }: WindowInput): number | null {
  if (context === null) return null;
  const seconds = firstArrival(context) - minPeriod;
  if (conventions === 'pyatoa') return Math.trunc(seconds);
  return Math.max(0, Math.trunc((seconds - context.originOffset) / observed.delta));
}

/** Largest absolute value and mean power of samples [start, end); both 0 where there are none. */
export function amplitudeAndPower(data: Float64Array, start: number, end: number): { peak: number; power: number } {
  const part = data.subarray(start, end);
  let peak = 0;
  let sum = 0;
  for (let i = 0; i < part.length; i++) {
    const x = part[i];
    sum += x * x;
    if (Math.abs(x) > peak) peak = Math.abs(x);
  }
  return { peak, power: part.length === 0 ? 0 : sum / part.length };
}
