import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { FeatureCollection } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { landOutlines } from './topology';

/** Natural Earth's scale: 1 : 10, 50 or 110 million. */
export type CoastScale = '10m' | '50m' | '110m';

/** A closed outline of land: longitude and latitude in turn, and the rectangle it lies in. */
export interface Ring {
  points: Float64Array;
  west: number;
  east: number;
  south: number;
  north: number;
}

/** Longitudes may go beyond 180 degrees, so that a window is one piece wherever it is. */
export interface GeoWindow {
  west: number;
  east: number;
  south: number;
  north: number;
}

type LandTopology = Topology<{ land: GeometryCollection }>;

// Read as a file: importing JSON is not alike on all versions of Node, and would keep the whole tree in memory.
// Not named `require`: the bundler declares one of its own in each chunk.
const packages = createRequire(import.meta.url);
const atlas = new Map<CoastScale, Ring[]>();

const fileOf = (scale: CoastScale) => packages.resolve(`world-atlas/land-${scale}.json`);

/** All land as spherical polygons. */
export function landFeature(scale: CoastScale): FeatureCollection {
  const topology = JSON.parse(readFileSync(fileOf(scale), 'utf8')) as LandTopology;
  return feature(topology, topology.objects.land);
}

/** The outlines of all land, read once per process. */
export function landRings(scale: CoastScale): Ring[] {
  let rings = atlas.get(scale);
  if (!rings) {
    rings = landOutlines(fileOf(scale)).map(toRing);
    atlas.set(scale, rings);
  }
  return rings;
}

/** An outline whose longitudes go on across 180 degrees, and which is closed over the pole if it goes around it. */
function toRing(positions: Float64Array): Ring {
  const n = positions.length;
  let points = new Float64Array(n);
  let [west, east, south, north] = [Infinity, -Infinity, 90, -90];
  let turns = 0;
  for (let i = 0; i < n; i += 2) {
    const step = i === 0 ? 0 : positions[i]! - positions[i - 2]!;
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    const longitude = positions[i]! + 360 * turns;
    const latitude = positions[i + 1]!;
    points[i] = longitude;
    points[i + 1] = latitude;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  if (turns !== 0) {
    const pole = points[1]! < 0 ? -90 : 90;
    points = Float64Array.from([...points, points[n - 2]!, pole, points[0]!, pole]);
    [south, north] = [Math.min(south, pole), Math.max(north, pole)];
  }
  return { points, west, east, south, north };
}

/** The parts of outlines that matter inside a window, as polygons that also run along the window's edges. */
export function clipRings(rings: Ring[], window: GeoWindow): number[][] {
  return [-360, 0, 360].flatMap((shift) =>
    rings
      .filter(
        (ring) =>
          ring.east + shift >= window.west &&
          ring.west + shift <= window.east &&
          ring.north >= window.south &&
          ring.south <= window.north,
      )
      .map((ring) => clipRing(ring, shift, window))
      .filter((polygon) => polygon.length >= 6),
  );
}

/** @see Sutherland & Hodgman 1974, Commun. ACM 17(1) */
function clipRing(ring: Ring, shift: number, window: GeoWindow): number[] {
  let polygon = nearby(ring, shift, window);
  polygon = clipEdge(polygon, 0, window.west, 1);
  polygon = clipEdge(polygon, 0, window.east, -1);
  polygon = clipEdge(polygon, 1, window.south, 1);
  return clipEdge(polygon, 1, window.north, -1);
}

/** The outline without the points between two that lie, as all between them do, beyond the same edge of the window: what
 *  it cuts out stays the same, and of a continent's hundred thousand points a few are left. */
function nearby({ points }: Ring, shift: number, { west, east, south, north }: GeoWindow): number[] {
  const near: number[] = [];
  const n = points.length;
  // Edges that all points since the last one kept are beyond, as bits.
  let common = 0;
  let here = 0;
  for (let i = 0; i <= n; i += 2) {
    const at = i < n ? i : 0;
    const longitude = points[at]! + shift;
    const latitude = points[at + 1]!;
    const across = longitude < west ? 1 : longitude > east ? 2 : 0;
    const next = across | (latitude < south ? 4 : latitude > north ? 8 : 0);
    if (i > 0 && (common & next) === 0) {
      near.push(points[i - 2]! + shift, points[i - 1]!);
      common = here;
    }
    common &= next;
    here = next;
  }
  return near;
}

/** Keeps what lies at or beyond `limit` in the direction `sign` of an axis: 0 longitude, 1 latitude. */
function clipEdge(polygon: number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const out: number[] = [];
  const n = polygon.length;
  for (let i = 0; i < n; i += 2) {
    const from = (i + n - 2) % n;
    const a = sign * (polygon[from + axis]! - limit);
    const b = sign * (polygon[i + axis]! - limit);
    if (a >= 0 !== b >= 0) {
      const t = a / (a - b);
      out.push(
        polygon[from]! + t * (polygon[i]! - polygon[from]!),
        polygon[from + 1]! + t * (polygon[i + 1]! - polygon[from + 1]!),
      );
    }
    if (b >= 0) out.push(polygon[i]!, polygon[i + 1]!);
  }
  return out;
}
