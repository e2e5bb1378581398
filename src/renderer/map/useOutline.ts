import { useCallback, useEffect, useState, type PointerEvent } from 'react';
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

/** Drawing a rectangle or a lasso with the pointer, over a map or a plot. Escape abandons it. */
export function useOutline(tool: Tool): OutlineControl {
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

  const drawn = shape && !isClick(shape) ? shape : null;
  return {
    shape: drawn,
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
    onPointerUp() {
      setShape(null);
      return drawn;
    },
  };
}
