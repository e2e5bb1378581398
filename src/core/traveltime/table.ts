import { addPass } from './branch';
import { routeOf, type Route } from './route';
import type { TimeDistance } from './slowness';
import type { TauModel } from './tauModel';
import type { Wave } from './velocity';

/** The sampled rays of a phase, their ray parameters falling. */
export interface PhaseTable {
  route: Route;
  /** s/rad */
  rayParameters: Float64Array;
  /** s */
  times: Float64Array;
  /** rad */
  distances: Float64Array;
  maxDistance: number;
}

const WAVES: readonly Wave[] = ['P', 'S'];

/**
 * Times and distances of a phase as sums over the branches it passes; null where the source depth allows no such phase.
 * @throws PhaseNameError
 */
export function phaseTable(name: string, model: TauModel): PhaseTable | null {
  const route = routeOf(name, model);
  if (!route) return null;
  const all = model.rayParameters;
  const first = all.findIndex((p) => p <= route.maxP);
  const past = all.findIndex((p) => p < route.minP);
  const rayParameters = all.slice(first, past < 0 ? all.length : past);
  if (first < 0 || rayParameters.length === 0) return null;
  const times = new Float64Array(rayParameters.length);
  const distances = new Float64Array(rayParameters.length);
  for (const wave of WAVES) {
    route.passes[wave].forEach((count, b) => {
      if (count === 0) return;
      const branch = model.branches[wave][b]!;
      for (let i = 0; i < rayParameters.length; i++) {
        times[i]! += count * branch.time[first + i]!;
        distances[i]! += count * branch.distance[first + i]!;
      }
    });
  }
  if (route.along > 0) return boundaryWave(route, rayParameters[0]!, times[0]!, distances[0]!);
  if (rayParameters.length < 2) return null;
  return { route, rayParameters, times, distances, maxDistance: Math.max(...distances) };
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

/** Time and distance of the ray of any parameter that takes a route. */
export function shoot(model: TauModel, route: Route, p: number): TimeDistance {
  const sum = { time: 0, distance: 0 };
  for (const wave of WAVES) {
    const passes = route.passes[wave];
    for (let b = 0; b < passes.length; b++) {
      if (passes[b]! > 0) addPass(model.branches[wave][b]!, p, passes[b]!, sum);
    }
  }
  return sum;
}
