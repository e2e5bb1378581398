import { maxima, minima } from '@/core/signal';
import type { Extrema, WindowContext, WindowInput } from './types';

/** Origin time to first theoretical arrival, s. */
export function firstArrival(context: WindowContext): number {
  return context.arrivals.reduce((first, arrival) => Math.min(first, arrival.time), Infinity);
}

/**
 * Peaks and troughs of STA/LTA. Between event and station theory bounds them: outside of
 * [first arrival - max_time_before_first_arrival, slowest surface wave + Tmax] none remain, and a trough stands at each
 * bound that cut one off.
 *
 * Under the `pyatoa` convention an STA/LTA that begins flat, as that of weak synthetics does, may have its first sample
 * for an extremum (docs/conventions.md).
 * @see Maggi et al. 2009, section 2.2
 */
export function findExtrema(stalta: Float64Array, input: WindowInput): Extrema {
  const flatStart = input.conventions === 'pyatoa' ? 'wrapped' : 'level';
  const peaks = maxima(stalta, flatStart);
  const troughs = minima(stalta, flatStart);
  if (input.context === null) return { peaks, troughs };
  const [from, to] = bounds(input, input.context);
  const inside = troughs.filter((trough) => from <= trough && trough <= to);
  if (troughs.length > 0 && troughs[0] < from) inside.unshift(from);
  if (troughs.length > 0 && troughs[troughs.length - 1] > to) inside.push(to);
  const first = inside[0] ?? 0;
  const last = inside[inside.length - 1] ?? -1;
  return { peaks: peaks.filter((peak) => first < peak && peak < last), troughs: inside };
}

/** First and last sample where extrema count. */
function bounds(input: WindowInput, context: WindowContext): [number, number] {
  const { parameters, maxPeriod } = input;
  const { delta } = input.synthetic;
  const earliest = firstArrival(context) - parameters.max_time_before_first_arrival - context.originOffset;
  const latest = context.distanceKm / parameters.min_surface_wave_velocity - context.originOffset + maxPeriod;
  return [Math.trunc(earliest / delta), Math.trunc(latest / delta)];
}
