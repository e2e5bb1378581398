import type { FeatureCollection, MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Land, and the borders between countries. */
export interface Atlas {
  land: FeatureCollection;
  borders: MultiLineString;
}

function toAtlas(topology: Topology): Atlas {
  const land = topology.objects.land as GeometryCollection;
  const countries = topology.objects.countries as GeometryCollection;
  return { land: feature(topology, land), borders: mesh(topology, countries, (a, b) => a !== b) };
}

/** Natural Earth, bundled: coarse (1:110 million) to draw while the map moves, fine (1:50 million) when it rests. */
export async function loadAtlas(detail: 'coarse' | 'fine'): Promise<Atlas> {
  const file =
    detail === 'coarse'
      ? await import('world-atlas/countries-110m.json')
      : await import('world-atlas/countries-50m.json');
  return toAtlas(file.default);
}
