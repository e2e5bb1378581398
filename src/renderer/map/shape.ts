import { polygonContains } from 'd3-polygon';
import type { MapSymbol } from './symbols';
import type { Targets, Tool } from './tools';

export type Point = [x: number, y: number];

/** What was drawn over a map or a plot so far, in CSS pixels: two opposite corners, or the way of the pointer. */
export interface Shape {
  kind: Exclude<Tool, 'pan'>;
  points: Point[];
}

/** A lasso takes a new point where the pointer moved this far: enough for the eye, and few to test against. */
const STEP = 4;

export function beginShape(kind: Shape['kind'], at: Point): Shape {
  return { kind, points: [at, at] };
}

export function extendShape({ kind, points }: Shape, at: Point): Shape {
  if (kind === 'rectangle') return { kind, points: [points[0]!, at] };
  const last = points.at(-1)!;
  return Math.hypot(at[0] - last[0], at[1] - last[1]) < STEP ? { kind, points } : { kind, points: [...points, at] };
}

/** A shape smaller than this, in pixels, was meant as a click. */
const CLICK_SLACK = 4;

export function isClick({ points }: Shape): boolean {
  const [[x0, y0]] = points as [Point];
  return points.every(([x, y]) => Math.hypot(x - x0, y - y0) < CLICK_SLACK);
}

/** The corners of what a shape encloses. */
export function outline({ kind, points }: Shape): Point[] {
  if (kind === 'lasso') return points;
  const [[x0, y0], [x1, y1]] = points as [Point, Point];
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

/** The symbols whose middle a shape encloses. */
export function symbolsWithin(symbols: MapSymbol[], shape: Shape, targets: Targets): MapSymbol[] {
  const corners = outline(shape);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return symbols.filter(
    ({ kind, x, y }) =>
      (targets === 'both' || kind === targets) &&
      x >= left &&
      x <= right &&
      y >= top &&
      y <= bottom &&
      (shape.kind === 'rectangle' || polygonContains(corners, [x, y])),
  );
}

/** Ids by list: of events, of stations, or of both where both are meant. */
export function idsOf(symbols: MapSymbol[], targets: Targets): { events?: string[]; stations?: string[] } {
  const of = (kind: MapSymbol['kind']) => symbols.filter((symbol) => symbol.kind === kind).map(({ id }) => id);
  return {
    ...(targets === 'stations' ? {} : { events: of('events') }),
    ...(targets === 'events' ? {} : { stations: of('stations') }),
  };
}
