import { arrivals, DEFAULT_PHASES } from './traveltimes';
import type { EarthModel } from './velocity';

/** The first arrival of a phase by distance. */
export interface TravelTimeCurve {
  phase: string;
  /** Distances in degrees, rising, and travel times in s. */
  points: [distanceDeg: number, time: number][];
}

/**
 * First arrivals of phases over distance, as curves. A phase that is missing at one of the distances has a curve on
 * either side of it; what arrives at one distance alone makes no curve.
 * @param depthKm      source depth, 0 to 800 km
 * @param distancesDeg in rising order, 0 to 180
 * @param phases       phase names; the usual ones if left out
 * @returns            in the order of their times at the nearest distance that each has
 * @throws TravelTimeError for a depth or distance out of range, PhaseNameError for an unknown phase
 */
export function travelTimeCurves(
  model: EarthModel,
  depthKm: number,
  distancesDeg: readonly number[],
  phases: readonly string[] = DEFAULT_PHASES,
): TravelTimeCurve[] {
  const curves: TravelTimeCurve[] = [];
  let going = new Map<string, TravelTimeCurve>();
  for (const distance of distancesDeg) {
    const next = new Map<string, TravelTimeCurve>();
    for (const { name: phase, time } of arrivals(model, depthKm, distance, phases)) {
      // They are sorted by time: later ones of a name are other branches.
      if (next.has(phase)) continue;
      const curve = going.get(phase) ?? { phase, points: [] };
      if (curve.points.length === 0) curves.push(curve);
      curve.points.push([distance, time]);
      next.set(phase, curve);
    }
    going = next;
  }
  return curves.filter(({ points }) => points.length > 1);
}
