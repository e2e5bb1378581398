import { useCallback, useEffect, useState, type PointerEvent } from 'react';
import { combine, modeOf } from '../select/store';
import { beginShape, extendShape, idsOf, symbolsWithin, type Point, type Shape } from './shape';
import type { MapSymbol } from './symbols';
import { useMapTools } from './tools';

/** A shape smaller than this, in pixels, was meant as a click. */
const CLICK_SLACK = 4;

interface ShapeControl {
  shape: Shape | null;
  /** What the shape encloses, of what it is to select. */
  enclosed: MapSymbol[];
  /** @returns whether a shape was begun: the map is not to move then */
  onPointerDown(event: PointerEvent): boolean;
  onPointerMove(event: PointerEvent): void;
  /** @returns whether a shape was ended, and not a click */
  onPointerUp(event: PointerEvent): boolean;
}

function pointOf(event: PointerEvent): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function isClick({ points }: Shape): boolean {
  const [[x0, y0]] = points as [Point];
  return points.every(([x, y]) => Math.hypot(x - x0, y - y0) < CLICK_SLACK);
}

/** Selecting by a rectangle or a lasso: Shift adds, Alt takes away, Escape abandons. */
export function useShape(symbols: MapSymbol[]): ShapeControl {
  const tool = useMapTools((state) => state.tool);
  const targets = useMapTools((state) => state.targets);
  const [shape, setShape] = useState<Shape | null>(null);
  const drawing = shape !== null;
  const abandon = useCallback(() => setShape(null), []);

  useEffect(() => {
    if (!drawing) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      abandon();
    };
    // Before all others: Escape has other meanings where nothing is drawn.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [drawing, abandon]);

  const enclosed = shape && !isClick(shape) ? symbolsWithin(symbols, shape, targets) : [];
  return {
    shape: shape && !isClick(shape) ? shape : null,
    enclosed,
    onPointerDown(event) {
      if (tool === 'pan' || event.button !== 0) return false;
      setShape(beginShape(tool, pointOf(event)));
      return true;
    },
    onPointerMove(event) {
      if (shape === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setShape(extendShape(shape, pointOf(event)));
    },
    onPointerUp(event) {
      setShape(null);
      if (shape === null || isClick(shape)) return false;
      combine(modeOf(event), idsOf(enclosed, targets));
      return true;
    },
  };
}
