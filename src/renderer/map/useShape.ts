import type { PointerEvent } from 'react';
import { combine, modeOf } from '../select/store';
import { idsOf, symbolsWithin, type Shape } from './shape';
import type { MapSymbol } from './symbols';
import { useMapTools } from './tools';
import { useOutline } from './useOutline';

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

/** Selecting by a rectangle or a lasso: Shift adds, Alt takes away, Escape abandons. */
export function useShape(symbols: MapSymbol[]): ShapeControl {
  const tool = useMapTools((state) => state.tool);
  const targets = useMapTools((state) => state.targets);
  const { shape, onPointerDown, onPointerMove, onPointerUp } = useOutline(tool);
  const within = (drawn: Shape | null) => (drawn ? symbolsWithin(symbols, drawn, targets) : []);
  return {
    shape,
    enclosed: within(shape),
    onPointerDown,
    onPointerMove,
    onPointerUp(event) {
      const drawn = onPointerUp();
      if (drawn === null) return false;
      combine(modeOf(event), idsOf(within(drawn), targets));
      return true;
    },
  };
}
