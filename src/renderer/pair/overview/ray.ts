import { geoInterpolate, geoPath, type GeoProjection } from 'd3-geo';
import type { GeoPoint } from '../../map/camera';

interface Place {
  latitude: number | null;
  longitude: number | null;
}

const POINTS = 48;

/** Points along the great circle between two places, both included; one where they coincide, none where a place is not
 *  known. */
export function rayPoints(from: Place, to: Place): GeoPoint[] {
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) return [];
  const along = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude]);
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const [longitude, latitude] = along(i / POINTS);
    return { longitude, latitude };
  });
}

/** Draws a ray onto a canvas that a map was painted on. */
export function paintRay(canvas: HTMLCanvasElement, ray: GeoPoint[], projection: GeoProjection, colour: string): void {
  const c = canvas.getContext('2d')!;
  c.beginPath();
  geoPath(
    projection,
    c,
  )({
    type: 'LineString',
    coordinates: ray.map(({ longitude, latitude }) => [longitude, latitude]),
  });
  c.strokeStyle = colour;
  c.lineWidth = 1.6;
  c.stroke();
}
