import type { GeoProjection } from 'd3-geo';
import type { EventSummary, StationSummary } from '@/api';

/** Where something stands on the map, CSS pixels. */
interface Spot {
  id: string;
  x: number;
  y: number;
  radius: number;
}

export type MapEvent = Spot & { kind: 'events'; item: EventSummary };
export type MapSymbol = MapEvent | (Spot & { kind: 'stations'; item: StationSummary });

const STATION_RADIUS = 5.5;
const UNKNOWN_MAGNITUDE = 4;
/** How far from a symbol's edge a click still means it, pixels. */
const REACH = 3;

/** Radius of an event in pixels; magnitude 4 has 6.5, 6 has 13. */
export function magnitudeRadius(magnitude: number | null): number {
  const m = magnitude ?? UNKNOWN_MAGNITUDE;
  return Math.max(4, Math.min(24, 6.5 * 2 ** ((m - 4) / 2)));
}

/** Symbols in the order they are drawn: stations, then events from large to small, so that none is covered whole. */
export function placeSymbols(
  events: EventSummary[],
  stations: StationSummary[],
  projection: GeoProjection,
): MapSymbol[] {
  const symbols: MapSymbol[] = [];
  const place = (longitude: number | null, latitude: number | null) =>
    longitude === null || latitude === null ? null : projection([longitude, latitude]);
  for (const item of stations) {
    const at = place(item.longitude, item.latitude);
    if (at) symbols.push({ kind: 'stations', id: item.code, item, x: at[0], y: at[1], radius: STATION_RADIUS });
  }
  const sorted = [...events].sort((a, b) => (b.magnitude ?? 0) - (a.magnitude ?? 0));
  for (const item of sorted) {
    const at = place(item.longitude, item.latitude);
    const radius = magnitudeRadius(item.magnitude);
    if (at) symbols.push({ kind: 'events', id: item.id, item, x: at[0], y: at[1], radius });
  }
  return symbols;
}

/** The symbol under a pixel: the topmost one that covers it, else the nearest within reach. */
export function symbolAt(symbols: MapSymbol[], x: number, y: number): MapSymbol | null {
  let best: MapSymbol | null = null;
  let nearest = REACH;
  for (const symbol of symbols) {
    const outside = Math.max(0, Math.hypot(symbol.x - x, symbol.y - y) - symbol.radius);
    if (outside <= nearest) [best, nearest] = [symbol, outside];
  }
  return best;
}
