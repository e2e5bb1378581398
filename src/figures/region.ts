import { clipRings, landRings, type CoastScale, type GeoWindow } from './coast';
import type { Place } from '@/core/geodesy';
import { greatCircle, middle, type MapView } from './mapView';
import { roundBelow, ticks } from './scale';
import { COLOR, SIZE } from './style';
import { coordinate, label, line, path as drawn, readable, rect, type Box, type Shape } from './scene';

const DEGREE = Math.PI / 180;
const KM_PER_DEGREE = 111.195;

/** A piece of the Earth in Mercator's projection, so large that event and station lie well inside. */
export function regionalView(event: Place, station: Place, distanceDeg: number, box: Box): MapView {
  const [longitude, latitude] = middle(event, station);
  const extent = Math.max(0.5, distanceDeg * 2.1);
  const perDegree = (Math.min(box.width, box.height) / extent) * Math.cos(latitude * DEGREE);
  const centre = mercator(latitude);
  const x = (lon: number) => box.x + box.width / 2 + (lon - longitude) * perDegree;
  const y = (lat: number) => box.y + box.height / 2 - ((mercator(lat) - centre) / DEGREE) * perDegree;
  const halfWidth = box.width / 2 / perDegree;
  const halfHeight = (box.height / 2 / perDegree) * DEGREE;
  const window: GeoWindow = {
    west: longitude - halfWidth,
    east: longitude + halfWidth,
    south: inverseMercator(centre - halfHeight),
    north: inverseMercator(centre + halfHeight),
  };
  // Longitudes as they continue from the map's centre, beyond 180 degrees if need be.
  const place = ([lon, lat]: [number, number]): [number, number] => [
    x(lon - 360 * Math.round((lon - longitude) / 360)),
    y(lat),
  ];
  const path = (points: [number, number][]) =>
    `M${points.map(([px, py]) => `${coordinate(px)} ${coordinate(py)}`).join('L')}`;
  return {
    outline: `M${box.x} ${box.y}h${box.width}v${box.height}h-${box.width}z`,
    land: landPath(window, extent, x, y),
    graticule: '',
    ray: path(greatCircle(event, station).map(place)),
    frame: [...frame(window, x, y, box), ...scaleBar(perDegree / Math.cos(latitude * DEGREE), box)],
    event: place([event.longitude, event.latitude]),
    station: place([station.longitude, station.latitude]),
  };
}

function mercator(latitude: number): number {
  return Math.asinh(Math.tan(latitude * DEGREE));
}

function inverseMercator(y: number): number {
  return Math.atan(Math.sinh(y)) / DEGREE;
}

function landPath(
  window: GeoWindow,
  extent: number,
  x: (longitude: number) => number,
  y: (latitude: number) => number,
): string {
  const scale: CoastScale = extent > 40 ? '110m' : extent > 12 ? '50m' : '10m';
  // A little beyond the frame, so that the cut edges' strokes are not seen.
  const margin = extent * 0.02;
  const wider = {
    west: window.west - margin,
    east: window.east + margin,
    south: window.south - margin,
    north: window.north + margin,
  };
  return clipRings(landRings(scale), wider)
    .map((polygon) => {
      let path = 'M';
      for (let i = 0; i < polygon.length; i += 2) {
        path += `${i === 0 ? '' : 'L'}${coordinate(x(polygon[i]!))} ${coordinate(y(polygon[i + 1]!))}`;
      }
      return `${path}Z`;
    })
    .join('');
}

/** The map's edge with ticks and their degrees, at the bottom and at the left. */
function frame(
  window: GeoWindow,
  x: (longitude: number) => number,
  y: (latitude: number) => number,
  box: Box,
): Shape[] {
  const bottom = box.y + box.height;
  const style = { size: SIZE.small, color: COLOR.muted } as const;
  const longitudes = ticks([window.west, window.east], 3).flatMap((lon) => [
    line(x(lon), bottom, x(lon), bottom + 4),
    label(x(lon), bottom + 16, degrees(lon - 360 * Math.round(lon / 360), 'E', 'W'), { ...style, anchor: 'middle' }),
  ]);
  const latitudes = ticks([window.south, window.north], 3).flatMap((lat) => [
    line(box.x - 4, y(lat), box.x, y(lat)),
    label(box.x - 7, y(lat) + 4, degrees(lat, 'N', 'S'), { ...style, anchor: 'end' }),
  ]);
  return [rect(box, { stroke: COLOR.hairline, strokeWidth: 0.75 }), ...longitudes, ...latitudes];
}

function degrees(value: number, positive: string, negative: string): string {
  const sign = value === 0 || Math.abs(value) === 180 ? '' : value > 0 ? positive : negative;
  return `${readable(Math.abs(value))}\u00b0${sign}`;
}

/** A bar of round length, true in the middle of the map. */
function scaleBar(pixelsPerDegree: number, box: Box): Shape[] {
  const perKm = pixelsPerDegree / KM_PER_DEGREE;
  const km = roundBelow((box.width * 0.3) / perKm);
  const [x, y, length] = [box.x + 12, box.y + box.height - 12, km * perKm];
  const bar = `M${coordinate(x)} ${coordinate(y - 5)}v5h${coordinate(length)}v-5`;
  return [
    drawn(bar, { stroke: COLOR.ink, strokeWidth: 1 }),
    label(x + length / 2, y - 5, `${readable(km)} km`, { size: SIZE.small, anchor: 'middle', halo: COLOR.sea }),
  ];
}
