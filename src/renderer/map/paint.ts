import { geoGraticule, geoPath, type GeoProjection } from 'd3-geo';
import type { MultiLineString } from 'geojson';
import type { Pen } from '../common/picture';
import { piecesIn, type Atlas, type Bounds } from './atlas';
import { MARGIN, type Camera, type Size } from './camera';
import type { MapColours } from './colours';

function graticuleStep(scale: number): number {
  const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.2];
  return steps.find((step) => (step * Math.PI * scale) / 180 < 160) ?? 0.1;
}

/** Meridians and parallels every `step` degrees, of a view no more than it shows. */
function graticule(step: number, view: Bounds | null): MultiLineString {
  const { west, east, south, north } = view ?? { west: -180, east: 180, south: -90, north: 90 };
  const [before, after] = [
    (value: number) => step * Math.floor(value / step),
    (value: number) => step * Math.ceil(value / step),
  ];
  return geoGraticule()
    .step([step, step])
    .extent([
      [before(west), Math.max(-90, before(south))],
      // The last line counts too, in spite of rounding.
      [after(east) + 1e-3, Math.min(90, after(north)) + 1e-3],
    ])();
}

/** What part of the Earth a map shows; null where it may show it from all sides. */
function viewOf(projection: GeoProjection, { width, height }: Size): Bounds | null {
  const corners = [
    [-MARGIN, -MARGIN],
    [width + MARGIN, height + MARGIN],
  ] as const;
  const [first, last] = corners.map(([x, y]) => projection.invert?.([x, y]));
  if (!first || !last) return null;
  // Mercator's longitudes run evenly along the screen; they are counted from the middle, and may pass 180 degrees.
  const middle = -projection.rotate()[0];
  const half = ((width / 2 + MARGIN) / projection.scale()) * (180 / Math.PI);
  if (half >= 180) return null;
  return { west: middle - half, east: middle + half, south: last[1], north: first[1] };
}

/** Sea, graticule, land, coasts and borders.
 *  @param kind of the camera: of a region, only what may be in sight is projected */
export function paintBase(
  c: Pen,
  size: Size,
  projection: GeoProjection,
  atlas: Atlas | null,
  colours: MapColours,
  kind: Camera['kind'] = 'globe',
): void {
  const path = geoPath(projection, c);
  const trace = (...shapes: Parameters<typeof path>[0][]) => {
    c.beginPath();
    for (const shape of shapes) path(shape);
  };
  const stroke = (colour: string, width: number) => {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.stroke();
  };
  trace({ type: 'Sphere' });
  c.fillStyle = colours.sea;
  c.fill();
  const view = kind === 'region' ? viewOf(projection, size) : null;
  if (atlas) {
    trace(...piecesIn(atlas.land, view));
    c.fillStyle = colours.land;
    c.fill();
    stroke(colours.coast, 0.8);
  }
  trace(graticule(graticuleStep(projection.scale()), view));
  stroke(colours.grid, 0.7);
  if (!atlas) return;
  trace(...piecesIn(atlas.borders, view));
  stroke(colours.border, 0.8);
}
