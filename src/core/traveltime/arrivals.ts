import { addPass } from './branch';
import { brent } from './brent';
import { routeOf, type Route } from './route';
import type { TauModel } from './tau-model';
import { slownessAt, type TimeDistance } from './slowness';

/** One arrival of a phase at a receiver on the surface. */
export interface Arrival {
  name: string;
  /** Travel time, s. */
  time: number;
  /** s/rad */
  rayParameter: number;
  /** Angle at the source from the downward vertical, degrees. */
  takeoffDeg: number;
  /** Angle at the receiver from the vertical, degrees. */
  incidentDeg: number;
}

/** The rays of a phase: sampled times and distances, ray parameters falling. */
export interface PhaseTable {
  route: Route;
  rayParameters: Float64Array;
  times: Float64Array;
  distances: Float64Array;
  maxDistance: number;
}

const TOLERANCE = 0.1;

export function phaseTable(name: string, model: TauModel): PhaseTable | null {
  const route = routeOf(name, model);
  if (!route) return null;
  const { rayParameters } = model;
  let first = 0;
  while (first < rayParameters.length && rayParameters[first]! > route.maxP) first++;
  let end = first;
  while (end < rayParameters.length && rayParameters[end]! >= route.minP) end++;
  if (end === first) return null;
  const p = rayParameters.slice(first, end);
  const times = new Float64Array(p.length);
  const distances = new Float64Array(p.length);
  for (const wave of ['P', 'S'] as const) {
    route.passes[wave].forEach((count, b) => {
      if (count === 0) return;
      const branch = model.branches[wave][b]!;
      for (let i = 0; i < p.length; i++) {
        times[i]! += count * branch.time[first + i]!;
        distances[i]! += count * branch.distance[first + i]!;
      }
    });
  }
  if (route.along > 0) return boundaryWave(route, p[0]!, times[0]!, distances[0]!);
  if (p.length < 2) return null;
  return { route, rayParameters: p, times, distances, maxDistance: Math.max(...distances) };
}

/** The two ends of a head or diffracted wave: all its rays have one ray parameter. */
function boundaryWave(route: Route, p: number, time: number, distance: number): PhaseTable {
  const { along } = route;
  return {
    route,
    rayParameters: Float64Array.of(p, p),
    times: Float64Array.of(time, time + p * along),
    distances: Float64Array.of(distance, distance + along),
    maxDistance: distance + along,
  };
}

function shoot(model: TauModel, route: Route, p: number): TimeDistance {
  const sum = { time: 0, distance: 0 };
  for (const wave of ['P', 'S'] as const) {
    route.passes[wave].forEach((count, b) => {
      if (count > 0) addPass(model.branches[wave][b]!, p, count, sum);
    });
  }
  return sum;
}

/** All arrivals of a phase at a distance in degrees, 0 to 180: rays may go round by the far side, or more than once. */
export function arrivalsOf(table: PhaseTable, model: TauModel, distanceDeg: number): Arrival[] {
  const found: Arrival[] = [];
  const near = (distanceDeg * Math.PI) / 180;
  for (let turn = 0; turn * 2 * Math.PI <= table.maxDistance; turn++) {
    search(table, model, turn * 2 * Math.PI + near, found);
    const far = (turn + 1) * 2 * Math.PI - near;
    if (distanceDeg > 0 && distanceDeg < 180) search(table, model, far, found);
  }
  return found;
}

function search(table: PhaseTable, model: TauModel, distance: number, found: Arrival[]): void {
  const { distances, rayParameters, times, route } = table;
  for (let i = 0; i + 1 < distances.length; i++) {
    const left = distances[i]! - distance;
    const right = distances[i + 1]! - distance;
    if (left === right || left * right > 0 || (left === 0 && i > 0)) continue;
    if (route.along > 0) {
      found.push(arrival(model, route, times[0]! - rayParameters[0]! * left, rayParameters[0]!));
      continue;
    }
    let ray: TimeDistance = { time: 0, distance: 0 };
    const miss = (p: number) => {
      ray = shoot(model, route, p);
      return ray.distance - distance;
    };
    const a = rayParameters[i]!;
    const b = rayParameters[i + 1]!;
    const { root, last } = brent(miss, a, b, left, right, TOLERANCE);
    ray = shoot(model, route, last);
    found.push(arrival(model, route, ray.time + last * (distance - ray.distance), root));
  }
}

function arrival(model: TauModel, route: Route, time: number, p: number): Arrival {
  const { radius, layers } = model.velocity;
  const depth = model.sourceDepth;
  const at = layers.findIndex((layer) => (route.upward ? depth <= layer.bottom : depth < layer.bottom));
  const source = Math.asin(Math.min(1, p / slownessAt(radius, layers[at]!, route.firstWave, depth)));
  const takeoff = (source * 180) / Math.PI;
  const receiver = Math.asin(Math.min(1, p / slownessAt(radius, layers[0]!, route.lastWave, 0)));
  return {
    name: route.name,
    time,
    rayParameter: p,
    takeoffDeg: route.upward ? 180 - takeoff : takeoff,
    incidentDeg: (receiver * 180) / Math.PI,
  };
}
