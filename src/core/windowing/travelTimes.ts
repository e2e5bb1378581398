import { firstArrival } from './extrema';
import type { Candidate, WindowContext, WindowInput } from './types';

/** Rejects windows that end before the first arrival less Tmin, or start after the slowest surface wave. */
export function travelTimesTest(input: WindowInput, context: WindowContext): (candidate: Candidate) => boolean {
  const { delta } = input.synthetic;
  const earliest = firstArrival(context) - input.minPeriod - context.originOffset;
  const latest = context.distanceKm / input.parameters.min_surface_wave_velocity - context.originOffset;
  return ({ left, right }) => right * delta >= earliest && left * delta <= latest;
}
