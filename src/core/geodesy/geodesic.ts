import geographiclib from 'geographiclib-geodesic';

/** The shortest path on the WGS84 ellipsoid from an event to a station. */
export interface Geodesic {
  distanceKm: number;
  /** Direction from the event to the station, clockwise from north, 0 <= azimuth < 360. */
  azimuthDeg: number;
  /** Direction from the station back to the event, clockwise from north, 0 < backazimuth <= 360. */
  backazimuthDeg: number;
}

/**
 * Distance and directions between two points on WGS84.
 * @param lat1,lon1  event, in degrees
 * @param lat2,lon2  station, in degrees
 * @throws RangeError for a latitude beyond a pole
 * @see Karney 2013, Algorithms for geodesics
 */
export function geodesic(lat1: number, lon1: number, lat2: number, lon2: number): Geodesic {
  for (const latitude of [lat1, lat2]) {
    if (!(Math.abs(latitude) <= 90)) throw new RangeError(`latitude ${latitude} is not within -90 to 90 degrees`);
  }
  const { s12 = NaN, azi1 = NaN, azi2 = NaN } = geographiclib.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2);
  return { distanceKm: s12 / 1000, azimuthDeg: azi1 < 0 ? azi1 + 360 : azi1, backazimuthDeg: azi2 + 180 };
}
