import { geoAzimuthalEqualArea, geoGraticule10, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { landFeature } from './coast';
import type { Place } from '@/core/geodesy';
import { greatCircle, middle, position, type MapView } from './mapView';
import { COLOR } from './style';
import { path as drawn, type Box } from './scene';

let world: GeoPermissibleObjects | null = null;

/** The globe in an equal-area azimuthal projection about the middle of the great circle, cut where both ends are seen. */
export function globalView(event: Place, station: Place, distanceDeg: number, box: Box): MapView {
  const centre = middle(event, station);
  // r = 2 sin(angle / 2): the horizon is 1.3 times as far away as the ends, and at least a quarter of the globe is seen.
  const angle = Math.min(175, Math.max(50, distanceDeg * 0.5 * 1.3 + 10));
  const radius = Math.min(box.width, box.height) / 2 - 1;
  const projection = geoAzimuthalEqualArea()
    .rotate([-centre[0], -centre[1]])
    .scale(radius / (2 * Math.sin((angle * Math.PI) / 360)))
    .translate([box.x + box.width / 2, box.y + box.height / 2])
    .clipAngle(angle)
    .precision(0.5);
  const path = geoPath(projection).digits(1);
  world ??= landFeature('110m');
  const outline = path({ type: 'Sphere' }) ?? '';
  return {
    outline,
    land: path(world) ?? '',
    graticule: path(geoGraticule10()) ?? '',
    ray: path({ type: 'LineString', coordinates: greatCircle(event, station) }) ?? '',
    frame: [drawn(outline, { stroke: COLOR.hairline, strokeWidth: 0.75 })],
    event: projection(position(event)) ?? [0, 0],
    station: projection(position(station)) ?? [0, 0],
  };
}
