import { arc, directionTo, DISTANCE_ERROR, NEAR_ANTIPODE, RADIUS_KM, type Direction, type Place } from './direction';
import { geodesic } from './geodesic';

/** Least and greatest distance on WGS84 from one place to several others. */
export interface DistanceRange {
  leastKm: number;
  greatestKm: number;
}

/** Arcs on the sphere are not trusted to less than this, km. */
const LEAST_ERROR_KM = 0.1;

/** Finds how near and how far several places are. The sphere finds the few that may be the nearest or the farthest, the
 *  geodesic measures those: the result is that of the geodesic to all. */
export class DistanceRanges {
  readonly #directions: Direction[];
  readonly #arcs: Float64Array;

  /** @param places null for one that is not known, which is left out */
  constructor(places: (Place | null)[]) {
    this.#directions = places.flatMap((place) => (place === null ? [] : [directionTo(place)]));
    this.#arcs = new Float64Array(this.#directions.length);
  }

  /** The range from one place; null where it, or all the others, are not known. */
  from(place: Place | null): DistanceRange | null {
    if (place === null || this.#directions.length === 0) return null;
    const origin = directionTo(place);
    let [least, greatest] = [Infinity, -Infinity];
    for (const [i, to] of this.#directions.entries()) {
      const angle = arc(origin, to);
      this.#arcs[i] = angle;
      if (angle < least) least = angle;
      if (angle > greatest) greatest = angle;
    }
    // Twice the error: the extreme one and another may both be off by it, in opposite directions.
    const near = least * (1 + 2 * DISTANCE_ERROR) + LEAST_ERROR_KM / RADIUS_KM;
    const far = Math.min(NEAR_ANTIPODE, greatest * (1 - 2 * DISTANCE_ERROR) - LEAST_ERROR_KM / RADIUS_KM);
    const range = { leastKm: Infinity, greatestKm: -Infinity };
    for (const [i, to] of this.#directions.entries()) {
      if (this.#arcs[i]! > near && this.#arcs[i]! < far) continue;
      const { distanceKm } = geodesic(place.latitude, place.longitude, to.latitude, to.longitude);
      range.leastKm = Math.min(range.leastKm, distanceKm);
      range.greatestKm = Math.max(range.greatestKm, distanceKm);
    }
    return range;
  }
}
