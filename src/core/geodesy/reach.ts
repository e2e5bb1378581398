import { arc, directionTo, DISTANCE_ERROR, RADIUS_KM, type Direction, type Place } from './direction';
import { geodesic } from './geodesic';

/** Distances on WGS84 from one place to several others. */
export interface Reach {
  leastKm: number;
  greatestKm: number;
}

/** Arcs beyond this, rad, are near the antipodes, where the sphere tells nothing of the direction of the error. */
const FAR = 2.3;

/** Finds how near and how far a place is to several others. The sphere finds the few that may be the nearest or the
 *  farthest, the geodesic measures those: the result is that of the geodesic to all. */
export class Partners {
  readonly #directions: Direction[];
  readonly #arcs: Float64Array;

  /** @param places null for one that is not known, which is left out */
  constructor(places: (Place | null)[]) {
    this.#directions = places.flatMap((place) => (place === null ? [] : [directionTo(place)]));
    this.#arcs = new Float64Array(this.#directions.length);
  }

  /** How near and how far a place is; null where it, or all the others, are not known. */
  reachOf(place: Place | null): Reach | null {
    if (place === null || this.#directions.length === 0) return null;
    const from = directionTo(place);
    let [least, greatest] = [Infinity, -Infinity];
    for (const [i, to] of this.#directions.entries()) {
      const angle = arc(from, to);
      this.#arcs[i] = angle;
      if (angle < least) least = angle;
      if (angle > greatest) greatest = angle;
    }
    // Twice the error, as both the found one and a rival may miss by it; and a hundred metres, as arcs of next to
    // nothing are known no better.
    const near = least * (1 + 2 * DISTANCE_ERROR) + 0.1 / RADIUS_KM;
    const far = Math.min(FAR, greatest * (1 - 2 * DISTANCE_ERROR) - 0.1 / RADIUS_KM);
    const reach = { leastKm: Infinity, greatestKm: -Infinity };
    for (const [i, to] of this.#directions.entries()) {
      if (this.#arcs[i]! > near && this.#arcs[i]! < far) continue;
      const { distanceKm } = geodesic(place.latitude, place.longitude, to.latitude, to.longitude);
      reach.leastKm = Math.min(reach.leastKm, distanceKm);
      reach.greatestKm = Math.max(reach.greatestKm, distanceKm);
    }
    return reach;
  }
}
