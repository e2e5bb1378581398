import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Box } from './marks';
import type { MatrixSurface } from './surface';
import type { Place } from './types';

/** Two opposite corners of a rectangle of cells, both within. */
export interface Area {
  from: Place;
  to: Place;
}

/** The keys that were held when an area was chosen. */
export type AreaKeys = Pick<PointerEvent, 'shiftKey' | 'altKey'>;

export type OnArea = (area: Area, keys: AreaKeys) => void;

interface AreaControl {
  /** Where the area is on the page; null where none is being chosen. */
  box: Box | null;
  /** Each tells whether the event belongs to an area. */
  onPointerDown(event: PointerEvent): boolean;
  onPointerMove(event: PointerEvent): boolean;
  onPointerUp(event: PointerEvent): boolean;
}

function placeAt(surface: MatrixSurface | null, event: PointerEvent): Place | null {
  const { row = null, column = null } = surface?.at(event.clientX, event.clientY) ?? {};
  return row === null || column === null ? null : { row, column };
}

function boxOf(surface: MatrixSurface, { from, to }: Area): Box {
  const [a, b] = [surface.boxOf(from), surface.boxOf(to)];
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x, b.x) + a.width - x, height: Math.max(a.y, b.y) + a.height - y };
}

/** Choosing a rectangle of cells by a drag, or one cell by a click. Escape abandons.
 *  @param onArea without it, nothing is chosen */
export function useArea(surface: MatrixSurface | null, onArea: OnArea | undefined): AreaControl {
  const [area, setArea] = useState<Area | null>(null);
  // Movements may come faster than they are drawn: the end of a drag is where the pointer was released.
  const latest = useRef<Area | null>(null);
  const choose = useCallback((next: Area | null) => {
    latest.current = next;
    setArea(next);
  }, []);
  const choosing = area !== null;
  useEffect(() => {
    if (!choosing) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      choose(null);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [choosing, choose]);

  return {
    box: area && surface && boxOf(surface, area),
    onPointerDown(event) {
      const { left, top } = event.currentTarget.getBoundingClientRect();
      const { clientWidth, clientHeight } = event.currentTarget;
      // Presses on the scroll bars have their own meaning.
      const inside = event.clientX - left < clientWidth && event.clientY - top < clientHeight;
      const place = onArea && event.button === 0 && inside ? placeAt(surface, event) : null;
      if (place) choose({ from: place, to: place });
      return place !== null;
    },
    onPointerMove(event) {
      const chosen = latest.current;
      if (!chosen) return false;
      event.currentTarget.setPointerCapture(event.pointerId);
      const to = placeAt(surface, event);
      if (to && (to.row !== chosen.to.row || to.column !== chosen.to.column)) choose({ from: chosen.from, to });
      return true;
    },
    onPointerUp(event) {
      const chosen = latest.current;
      if (!chosen) return false;
      choose(null);
      onArea?.(chosen, event);
      return true;
    },
  };
}
