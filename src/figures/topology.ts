import { readFileSync } from 'node:fs';
import type { GeometryCollection, Topology } from 'topojson-specification';

type LandTopology = Topology<{ land: GeometryCollection }>;

const ARCS = '"arcs":';
const [OPEN, CLOSE, COMMA, MINUS, ZERO] = [...'[],-0'].map((character) => character.charCodeAt(0));

/** Closed outlines of a topology's land: longitude and latitude in turn. The half million points of the finest coasts are
 *  read from the file's bytes: parsed, an array each, they take ten times as long. @see the TopoJSON specification */
export function landOutlines(file: string): Float64Array[] {
  const bytes = readFileSync(file);
  // The arcs' numbers come last, and are left out of what is parsed.
  const start = bytes.lastIndexOf(ARCS) + ARCS.length;
  const end = bytes.indexOf(']]]', start) + 3;
  const rest = `${bytes.toString('utf8', 0, start)}[]${bytes.toString('utf8', end)}`;
  const { objects, transform } = JSON.parse(rest) as LandTopology;
  const arcs = readArcs(bytes.subarray(start, end), transform!);
  return objects.land.geometries.flatMap((geometry) => {
    const { type } = geometry;
    const polygons = type === 'Polygon' ? [geometry.arcs] : type === 'MultiPolygon' ? geometry.arcs : [];
    return polygons.flat().map((ring) => joined(ring, arcs));
  });
}

/** Reads `[[[x,y],[x,y]],[[x,y]]]`: whole numbers, each point after an arc's first as the step from the one before. */
function readArcs(bytes: Uint8Array, transform: NonNullable<Topology['transform']>): Float64Array[] {
  const [xScale, yScale] = transform.scale;
  const [west, south] = transform.translate;
  const arcs: Float64Array[] = [];
  // A point takes six bytes at least.
  const points = new Float64Array(2 * Math.ceil(bytes.length / 6));
  let [n, depth, x, y, number, sign] = [0, 0, 0, 0, 0, 1];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= ZERO!) {
      if (byte === OPEN) depth++;
      else if (byte === CLOSE) {
        if (depth === 3) {
          y += sign * number;
          points[n++] = x * xScale + west;
          points[n++] = y * yScale + south;
          number = 0;
          sign = 1;
        } else if (depth === 2) {
          arcs.push(points.slice(0, n));
          n = x = y = 0;
        }
        depth--;
      } else number = 10 * number + byte - ZERO!;
    } else if (byte === MINUS) sign = -1;
    else if (byte === COMMA && depth === 3) {
      x += sign * number;
      number = 0;
      sign = 1;
    }
  }
  return arcs;
}

/** Arcs one after the other, each from where the last ended; one whose index is negative is taken backwards. */
function joined(ring: number[], arcs: Float64Array[]): Float64Array {
  const parts = ring.map((index) => (index < 0 ? backwards(arcs[~index]!) : arcs[index]!));
  const points = new Float64Array(parts.reduce((sum, { length }) => sum + length - 2, 2));
  let at = 0;
  for (const part of parts) {
    points.set(part, at);
    at += part.length - 2;
  }
  return points;
}

function backwards(arc: Float64Array): Float64Array {
  const points = new Float64Array(arc.length);
  for (let i = 0; i < arc.length; i += 2) points.set(arc.subarray(i, i + 2), arc.length - 2 - i);
  return points;
}
