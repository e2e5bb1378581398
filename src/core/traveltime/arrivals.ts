import { brent } from './brent';
import { slownessAt } from './slowness';
import { shoot, type PhaseTable } from './table';
import type { TauModel } from './tauModel';

/** One arrival of a phase at a receiver on the surface. */
export interface Arrival {
  name: string;
  /** Travel time, s. */
  time: number;
  /** s/rad */
  rayParameter: number;
  /** Angle at the source from the downward vertical, degrees: above 90 for a ray that leaves upward. */
  takeoffDeg: number;
  /** Angle at the receiver from the vertical, degrees. */
  incidentDeg: number;
}

interface Ray {
  p: number;
  time: number;
}

/** To what a ray parameter is refined, s/rad. An error of it in time is of second order. */
const TOLERANCE = 0.1;
const CIRCLE = 2 * Math.PI;
const DEGREES = 180 / Math.PI;

/** All arrivals of a phase at a distance in degrees, 0 to 180: rays may come from the far side, or run round more
 *  than once. */
export function arrivalsOf(table: PhaseTable, model: TauModel, distanceDeg: number): Arrival[] {
  const rays: Ray[] = [];
  const near = distanceDeg / DEGREES;
  for (let round = 0; round <= table.maxDistance; round += CIRCLE) {
    collectRays(table, model, round + near, rays);
    // At the antipode both ways round are one.
    if (distanceDeg < 180) collectRays(table, model, round + CIRCLE - near, rays);
  }
  return rays.map((ray) => toArrival(table, model, ray));
}

/** Finds the rays between all samples that straddle `distance`, in rad. */
function collectRays(table: PhaseTable, model: TauModel, distance: number, rays: Ray[]): void {
  const { distances } = table;
  for (let i = 0; i + 1 < distances.length; i++) {
    const left = distances[i]! - distance;
    const right = distances[i + 1]! - distance;
    // A sample hit exactly belongs to the interval before it.
    if (left === right || left * right > 0 || (left === 0 && i > 0)) continue;
    rays.push(rayBetween(table, model, distance, i));
  }
}

/** The ray that arrives at `distance` between the samples `i` and `i + 1`. Its time is tau(p) + p distance. */
function rayBetween(table: PhaseTable, model: TauModel, distance: number, i: number): Ray {
  const { rayParameters, distances, times, route } = table;
  const a = rayParameters[i]!;
  const b = rayParameters[i + 1]!;
  const missA = distances[i]! - distance;
  const missB = distances[i + 1]! - distance;
  const timeA = times[i]! - a * missA;
  const timeB = times[i + 1]! - b * missB;
  if (missA === 0) return { p: a, time: timeA };
  if (missB === 0) return { p: b, time: timeB };
  if (a - b < TOLERANCE) {
    // Either sample is near enough. By Fermat's principle the better time is the lesser where distance grows as p
    // falls, else the greater.
    const time = missA < 0 ? Math.min(timeA, timeB) : Math.max(timeA, timeB);
    return { p: Math.abs(missA) <= Math.abs(missB) ? a : b, time };
  }
  let time = 0;
  const miss = (p: number) => {
    const ray = shoot(model, route, p);
    time = ray.time - p * (ray.distance - distance);
    return ray.distance - distance;
  };
  const p = brent(miss, a, b, missA, missB, TOLERANCE);
  return { p, time };
}

function toArrival({ route }: PhaseTable, model: TauModel, { p, time }: Ray): Arrival {
  const { radius, layers } = model.velocity;
  const depth = model.sourceDepth;
  const source = layers.find((layer) => (route.upward ? depth <= layer.bottom : depth < layer.bottom))!;
  const takeoff = angle(p, slownessAt(radius, source, route.firstWave, depth));
  return {
    name: route.name,
    time,
    rayParameter: p,
    takeoffDeg: route.upward ? 180 - takeoff : takeoff,
    incidentDeg: angle(p, slownessAt(radius, layers[0]!, route.lastWave, 0)),
  };
}

/** Snell's law in the sphere: angle from the vertical, degrees, where the slowness is `slowness`. */
function angle(p: number, slowness: number): number {
  return Math.asin(Math.min(1, p / slowness)) * DEGREES;
}
