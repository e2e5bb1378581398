import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import { beginShape, extendShape, isClick, type Point, type Shape } from './shape';
import type { Tool } from './tools';

interface OutlineControl {
  /** What is being drawn; null while nothing is, or nothing larger than a click. */
  shape: Shape | null;
  /** @returns whether a shape was begun: what is below is not to move then */
  onPointerDown(event: PointerEvent): boolean;
  onPointerMove(event: PointerEvent): void;
  /** @returns the shape that was drawn; null for a click, and for the tool that draws none */
  onPointerUp(): Shape | null;
}

function pointOf(event: PointerEvent): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

const larger = (shape: Shape | null) => (shape && !isClick(shape) ? shape : null);

/** Drawing a rectangle or a lasso with the pointer, over a map or a plot. Escape abandons it. */
export function useOutline(tool: Tool): OutlineControl {
  const [shape, setShape] = useState<Shape | null>(null);
  // Movements may come faster than they are drawn: the end of a drag is where the pointer was released.
  const latest = useRef<Shape | null>(null);
  const drawing = shape !== null;
  const draw = useCallback((next: Shape | null) => {
    latest.current = next;
    setShape(next);
  }, []);

  useEffect(() => {
    if (!drawing) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      draw(null);
    };
    // Before all others: Escape has other meanings where nothing is drawn.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [drawing, draw]);

  return {
    shape: larger(shape),
    onPointerDown(event) {
      if (tool === 'pan' || event.button !== 0) return false;
      draw(beginShape(tool, pointOf(event)));
      return true;
    },
    onPointerMove(event) {
      if (latest.current === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      draw(extendShape(latest.current, pointOf(event)));
    },
    onPointerUp() {
      const drawn = larger(latest.current);
      draw(null);
      return drawn;
    },
  };
}
