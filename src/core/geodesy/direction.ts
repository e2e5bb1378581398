export const RADIANS = Math.PI / 180;
/** Mean radius of the Earth. */
export const RADIUS_KM = 6371;
/** By how much, relatively, the distance on this sphere may miss that on WGS84; found to be 0.0056. */
export const DISTANCE_ERROR = 0.007;

/** Arcs beyond this, rad, are near the antipode, where the sphere does not tell the direction of its own error. */
export const NEAR_ANTIPODE = 2.3;

/** Geographic coordinates in degrees. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** A place with the unit vector that points to it from the centre of a sphere. */
export interface Direction extends Place {
  x: number;
  y: number;
  z: number;
}

export function directionTo({ latitude, longitude }: Place): Direction {
  const [phi, lambda] = [latitude * RADIANS, longitude * RADIANS];
  const across = Math.cos(phi);
  return { latitude, longitude, x: across * Math.cos(lambda), y: across * Math.sin(lambda), z: Math.sin(phi) };
}

/** Angle between two directions, rad. */
export function arc(from: Direction, to: Direction): number {
  return Math.acos(Math.max(-1, Math.min(1, from.x * to.x + from.y * to.y + from.z * to.z)));
}
