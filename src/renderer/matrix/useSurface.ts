import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MatrixColours } from './colours';
import { MatrixSurface, type Elements, type SurfaceModel } from './surface';

const WHEEL_SPEED = 0.0018;

interface Refs {
  scroller: RefObject<HTMLDivElement | null>;
  spacer: RefObject<HTMLDivElement | null>;
  cells: RefObject<HTMLCanvasElement | null>;
  marks: RefObject<HTMLCanvasElement | null>;
}

/** The surface of a matrix, for as long as its elements live. Draws again when the model, its version or the colours
 *  change.
 *  @returns null before the elements are there */
export function useSurface(
  refs: Refs,
  model: SurfaceModel,
  version: unknown,
  colours: MatrixColours,
  onMove: () => void,
): MatrixSurface | null {
  const latest = useRef({ model, colours, onMove });
  const [surface, setSurface] = useState<MatrixSurface | null>(null);
  const { scroller, spacer, cells, marks } = refs;

  useEffect(() => {
    latest.current = { model, colours, onMove };
  });
  useEffect(() => {
    const elements: Elements = {
      ...{ scroller: scroller.current!, spacer: spacer.current! },
      ...{ cells: cells.current!, marks: marks.current! },
    };
    const made = new MatrixSurface(
      elements,
      () => latest.current.model,
      () => latest.current.colours,
    );
    const onWheel = (event: WheelEvent) => {
      // Shift and sideways scroll; the rest zooms, as on the map. A pinch comes as a wheel with Ctrl.
      if (!event.ctrlKey && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) return;
      event.preventDefault();
      const speed = event.ctrlKey ? 5 * WHEEL_SPEED : WHEEL_SPEED;
      made.zoomBy(Math.exp(-event.deltaY * speed), { x: event.clientX, y: event.clientY });
      latest.current.onMove();
    };
    const onScroll = () => latest.current.onMove();
    elements.scroller.addEventListener('wheel', onWheel, { passive: false });
    elements.scroller.addEventListener('scroll', onScroll, { passive: true });
    setSurface(made);
    return () => {
      elements.scroller.removeEventListener('wheel', onWheel);
      elements.scroller.removeEventListener('scroll', onScroll);
      made.dispose();
    };
  }, [scroller, spacer, cells, marks]);

  useEffect(() => surface?.relabel(), [surface, model.rows, model.columns]);
  useEffect(() => surface?.draw(), [surface, model, version, colours]);
  return surface;
}
