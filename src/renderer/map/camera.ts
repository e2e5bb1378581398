import { geoEqualEarth, geoMercator, type GeoProjection } from 'd3-geo';

export interface Size {
  width: number;
  height: number;
}

/** What part of the Earth the map shows: Mercator for regions (true shapes), Equal Earth for the globe. */
export interface Camera {
  kind: 'region' | 'globe';
  longitude: number;
  latitude: number;
  /** Pixels per radian at the equator. */
  scale: number;
}

export interface GeoPoint {
  latitude: number;
  longitude: number;
}

/** Room about the points, and more where tools and legend lie: at the sides and below, px. */
const ROOM = { padding: 36, side: 20, legend: 76 };
/** The map is drawn this far beyond its edges, px. */
export const MARGIN = 40;
const LARGEST_SCALE = 400_000;
const SMALLEST_SPAN = (2 * Math.PI) / 180;
const LATITUDE_LIMIT = 82;
/** Beyond these a map of the data is a map of the globe. */
const REGION = { longitudes: 140, latitudes: 80, latitude: 76 };

export function projectionOf(camera: Camera, { width, height }: Size): GeoProjection {
  return (camera.kind === 'globe' ? geoEqualEarth() : geoMercator())
    .rotate([-camera.longitude, 0])
    .center([0, camera.latitude])
    .scale(camera.scale)
    .translate([width / 2, height / 2])
    .clipExtent([
      [-MARGIN, -MARGIN],
      [width + MARGIN, height + MARGIN],
    ])
    .precision(0.6);
}

/** The meridian in the middle of the shortest arc that holds all longitudes, and half that arc's width, degrees. */
export function middleMeridian(longitudes: number[]): { middle: number; half: number } {
  const sorted = Float64Array.from(longitudes, (value) => ((value % 360) + 360) % 360).sort();
  if (sorted.length === 0) return { middle: 0, half: 180 };
  let [gap, after] = [sorted[0]! + 360 - sorted.at(-1)!, 0];
  for (let i = 1; i < sorted.length; i++) {
    const width = sorted[i]! - sorted[i - 1]!;
    if (width > gap) [gap, after] = [width, i];
  }
  const half = (360 - gap) / 2;
  const middle = (sorted[after]! + half) % 360;
  return { middle: middle > 180 ? middle - 360 : middle, half };
}

function mercatorY(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
}

function smallestScale(camera: Pick<Camera, 'kind'>, { width, height }: Size): number {
  return camera.kind === 'globe' ? Math.min(width / 5.5, height / 2.75) : width / (2 * Math.PI);
}

/** The camera that shows all points, as large as fits. */
export function fitCamera(points: GeoPoint[], size: Size, { padding, side, legend } = ROOM): Camera {
  const { middle, half } = middleMeridian(points.map((point) => point.longitude));
  const latitudes = points.map((point) => point.latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const global =
    points.length === 0 ||
    2 * half > REGION.longitudes ||
    north - south > REGION.latitudes ||
    Math.max(Math.abs(south), Math.abs(north)) > REGION.latitude;
  if (global) {
    return { kind: 'globe', longitude: middle, latitude: 0, scale: smallestScale({ kind: 'globe' }, size) };
  }
  // A small map has no room to give away.
  const [below, beside] = [Math.min(legend, 0.12 * size.height), Math.min(side, 0.04 * size.width)];
  const [bottom, top] = [mercatorY(south), mercatorY(north)];
  const across = Math.max(SMALLEST_SPAN, (2 * half * Math.PI) / 180);
  const up = Math.max(SMALLEST_SPAN, top - bottom);
  const room = (length: number) => Math.max(40, length - 2 * padding);
  const scale = Math.min(LARGEST_SCALE, room(size.width - 2 * beside) / across, room(size.height - below) / up);
  const middleY = (bottom + top - below / scale) / 2;
  return {
    kind: 'region',
    longitude: middle,
    latitude: (Math.atan(Math.exp(middleY)) * 360) / Math.PI - 90,
    scale,
  };
}

/** Moves the map by pixels, as a hand on paper does. */
export function pan(camera: Camera, size: Size, dx: number, dy: number): Camera {
  const target = projectionOf(camera, size).invert?.([size.width / 2 - dx, size.height / 2 - dy]);
  if (!target || !target.every(Number.isFinite)) return camera;
  const latitude = Math.max(-LATITUDE_LIMIT, Math.min(LATITUDE_LIMIT, target[1]));
  return { ...camera, longitude: target[0], latitude };
}

/** Magnifies by a factor about a pixel, which stays on its place on the Earth. */
export function zoom(camera: Camera, size: Size, factor: number, x: number, y: number): Camera {
  const scale = Math.max(smallestScale(camera, size), Math.min(LARGEST_SCALE, camera.scale * factor));
  const next = { ...camera, scale };
  const place = projectionOf(camera, size).invert?.([x, y]);
  const moved = place && projectionOf(next, size)(place);
  return moved ? pan(next, size, x - moved[0], y - moved[1]) : next;
}

/** Kilometres of one pixel in the middle of the map. */
function kilometresPerPixel(camera: Camera): number {
  const shrink = camera.kind === 'region' ? Math.cos((camera.latitude * Math.PI) / 180) : 1;
  return (6371 * shrink) / camera.scale;
}

/** A round length for the scale bar, at most `limit` pixels long. */
export function scaleBar(camera: Camera, limit: number): { kilometres: number; pixels: number } {
  const each = kilometresPerPixel(camera);
  const power = 10 ** Math.floor(Math.log10(each * limit));
  const kilometres = [5, 2, 1].map((step) => step * power).find((length) => length <= each * limit) ?? power;
  return { kilometres, pixels: kilometres / each };
}
