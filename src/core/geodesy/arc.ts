import { RADIANS } from './direction';

/**
 * Angle at the centre of a sphere between two points, in degrees: the distance that travel times are computed for.
 * Latitudes are taken as they are, not turned into geocentric ones, as the reference stack does. Accurate for points
 * close together and for antipodes.
 * @param lat1,lon1,lat2,lon2  in degrees
 * @see Vincenty 1975, the case of zero flattening
 */
export function arcDegrees(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const sin1 = Math.sin(lat1 * RADIANS);
  const cos1 = Math.cos(lat1 * RADIANS);
  const sin2 = Math.sin(lat2 * RADIANS);
  const cos2 = Math.cos(lat2 * RADIANS);
  const difference = (lon2 - lon1) * RADIANS;
  const cosine = Math.cos(difference);
  const across = cos2 * Math.sin(difference);
  const along = cos1 * sin2 - sin1 * cos2 * cosine;
  return Math.atan2(Math.sqrt(across ** 2 + along ** 2), sin1 * sin2 + cos1 * cos2 * cosine) / RADIANS;
}
