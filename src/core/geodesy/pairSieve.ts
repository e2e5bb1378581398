import { isWithinAzimuth, isWithinDistance, type PairLimits } from '@/core/model';
import {
  arc as arcOf,
  directionTo,
  DISTANCE_ERROR,
  NEAR_ANTIPODE,
  RADIANS,
  RADIUS_KM,
  type Direction,
  type Place,
} from './direction';
import { geodesic } from './geodesic';

/** Bound of the difference between azimuths on the sphere and on WGS84, degrees, for arcs up to `NEAR_ANTIPODE`: the
 *  largest found over random pairs is 0.28. */
const AZIMUTH_ERROR = 0.5;
/** Nearer than this, km, directions on the sphere are not to be trusted. */
const NEAR_KM = 0.1;

/** Tells whether a value near a border may lie on either side of it. */
function isNear(value: number, border: number | null, error: number): boolean {
  return border !== null && Math.abs(value - border) <= error;
}

/** Finds the pairs within limits of distance and azimuth on WGS84. The sphere decides what is far from a border, the
 *  geodesic the rest: the result is that of the geodesic, fifty times as fast. */
export class PairSieve {
  readonly #limits: PairLimits;
  readonly #stations: (Direction | null)[];
  readonly #byAzimuth: boolean;

  /** @param stations null for one without a place */
  constructor(limits: PairLimits, stations: (Place | null)[]) {
    this.#limits = limits;
    this.#stations = stations.map((place) => place && directionTo(place));
    this.#byAzimuth = limits.minAzimuthDeg !== null || limits.maxAzimuthDeg !== null;
  }

  /** Marks the stations within the limits of an event by 1, the others by 0. A pair that lacks a place is not within.
   *  @param into  one number per station, from `offset` on */
  mark(event: Place | null, into: Uint8Array, offset = 0): void {
    const from = event && directionTo(event);
    this.#stations.forEach((to, index) => {
      into[offset + index] = from !== null && to !== null && this.#isWithin(from, to) ? 1 : 0;
    });
  }

  #isWithin(from: Direction, to: Direction): boolean {
    const limits = this.#limits;
    const arc = arcOf(from, to);
    const distanceKm = arc * RADIUS_KM;
    const error = distanceKm * DISTANCE_ERROR;
    if (
      distanceKm < NEAR_KM ||
      isNear(distanceKm, limits.minDistanceKm, error) ||
      isNear(distanceKm, limits.maxDistanceKm, error)
    ) {
      return this.#isExactlyWithin(from, to);
    }
    if (!isWithinDistance(limits, distanceKm)) return false;
    if (!this.#byAzimuth) return true;
    if (arc > NEAR_ANTIPODE) return this.#isExactlyWithin(from, to);
    const azimuthDeg = azimuth(from, to);
    const isDoubtful =
      isNear(azimuthDeg, 0, AZIMUTH_ERROR) ||
      isNear(azimuthDeg, 360, AZIMUTH_ERROR) ||
      isNear(azimuthDeg, limits.minAzimuthDeg, AZIMUTH_ERROR) ||
      isNear(azimuthDeg, limits.maxAzimuthDeg, AZIMUTH_ERROR);
    return isDoubtful ? this.#isExactlyWithin(from, to) : isWithinAzimuth(limits, azimuthDeg);
  }

  #isExactlyWithin(from: Place, to: Place): boolean {
    const { distanceKm, azimuthDeg } = geodesic(from.latitude, from.longitude, to.latitude, to.longitude);
    return isWithinDistance(this.#limits, distanceKm) && isWithinAzimuth(this.#limits, azimuthDeg);
  }
}

/** On the sphere, degrees clockwise from north, 0 to 360: the angle between the parts along the event's north and east. */
function azimuth(from: Direction, to: Direction): number {
  const across = Math.hypot(from.x, from.y);
  // At a pole, east is where a longitude of zero has it.
  const [cosine, sine] = across > 0 ? [from.x / across, from.y / across] : [1, 0];
  const east = to.y * cosine - to.x * sine;
  const north = to.z * across - from.z * (to.x * cosine + to.y * sine);
  const degrees = Math.atan2(east, north) / RADIANS;
  return degrees < 0 ? degrees + 360 : degrees;
}
