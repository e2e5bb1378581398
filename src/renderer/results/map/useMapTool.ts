import { polygonContains } from 'd3-polygon';
import { useState, type PointerEvent } from 'react';
import type { MapSymbol } from '../../map/symbols';

export type MapTool = 'pan' | 'rectangle' | 'lasso';
type Point = [number, number];

/** Corners of a line drawn by hand need not be closer than this, px. */
const SPACING = 4;
/** A press that encloses less is a click, px. */
const SLACK = 5;

function rectangle([x0, y0]: Point, [x1, y1]: Point): Point[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

interface ToolControl {
  /** What is being drawn, px; null while nothing is. */
  outline: readonly Point[] | null;
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  /** @returns the outline that was drawn; null for a click, and for the tool that draws none */
  onPointerUp(): Point[] | null;
}

/** Drawing a rectangle or a lasso with the pointer. */
export function useOutline(tool: MapTool): ToolControl {
  const [outline, setOutline] = useState<Point[] | null>(null);
  return {
    outline,
    onPointerDown: (event) => {
      if (tool === 'pan' || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setOutline([pointOf(event)]);
    },
    onPointerMove: (event) => {
      if (!outline) return;
      const to = pointOf(event);
      const last = outline[outline.length - 1];
      if (tool === 'rectangle') setOutline(rectangle(outline[0], to));
      else if (Math.hypot(to[0] - last[0], to[1] - last[1]) > SPACING) setOutline([...outline, to]);
    },
    onPointerUp: () => {
      setOutline(null);
      if (!outline) return null;
      const xs = outline.map(([x]) => x);
      const ys = outline.map(([, y]) => y);
      const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
      return outline.length > 2 && extent > SLACK ? outline : null;
    },
  };
}

/** Events and stations inside of an outline. */
export function enclosed(symbols: readonly MapSymbol[], outline: Point[]) {
  const inside = symbols.filter(({ x, y }) => polygonContains(outline, [x, y]));
  const ids = (kind: MapSymbol['kind']) => new Set(inside.filter((each) => each.kind === kind).map(({ id }) => id));
  return { events: ids('events'), stations: ids('stations') };
}
