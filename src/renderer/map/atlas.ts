import type { LineString, MultiLineString, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Degrees; `west` is less than `east`, and both may be beyond 180. */
export interface Bounds {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** A piece of the atlas and where it lies. */
export interface Piece<T> extends Bounds {
  shape: T;
}

/** Land, and the borders between countries, in pieces: most maps show few of them. */
export interface Atlas {
  land: Piece<Polygon>[];
  borders: Piece<LineString>[];
}

function piece<T>(shape: T, points: number[][]): Piece<T> {
  const bounds = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [longitude, latitude] of points as [number, number][]) {
    bounds.west = Math.min(bounds.west, longitude);
    bounds.east = Math.max(bounds.east, longitude);
    bounds.south = Math.min(bounds.south, latitude);
    bounds.north = Math.max(bounds.north, latitude);
  }
  return { shape, ...bounds };
}

function toAtlas(topology: Topology): Atlas {
  const land = feature(topology, topology.objects.land as GeometryCollection);
  const borders: MultiLineString = mesh(topology, topology.objects.countries as GeometryCollection, (a, b) => a !== b);
  const polygons = land.features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  );
  return {
    land: polygons.map((coordinates) => piece({ type: 'Polygon', coordinates }, coordinates[0] ?? [])),
    borders: borders.coordinates.map((coordinates) => piece({ type: 'LineString', coordinates }, coordinates)),
  };
}

/** The pieces that may be in sight.
 *  @param view null for the whole Earth */
export function piecesIn<T>(pieces: Piece<T>[], view: Bounds | null): T[] {
  if (view === null) return pieces.map(({ shape }) => shape);
  const meets = ({ west, east, south, north }: Bounds) =>
    south <= view.north &&
    north >= view.south &&
    [-360, 0, 360].some((turn) => west + turn <= view.east && east + turn >= view.west);
  return pieces.filter(meets).map(({ shape }) => shape);
}

/** Natural Earth, bundled: coarse (1:110 million) to draw while the map moves, fine (1:50 million) when it rests. */
export async function loadAtlas(detail: 'coarse' | 'fine'): Promise<Atlas> {
  const file =
    detail === 'coarse'
      ? await import('world-atlas/countries-110m.json')
      : await import('world-atlas/countries-50m.json');
  return toAtlas(file.default);
}
