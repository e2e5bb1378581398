import type { KeyboardEvent } from 'react';
import { unmark } from './tools';

interface MapMoves {
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number): void;
  fit(): void;
}

const STEP = 60;
const FACTOR = 1.4;

/** Keys of the map while it has the focus: arrows move it, + and - zoom, 0 fits it to the data, Escape takes marks
 *  away. */
export function mapKeys({ panBy, zoomBy, fit }: MapMoves): (event: KeyboardEvent) => void {
  const actions: Record<string, () => void> = {
    ArrowLeft: () => panBy(STEP, 0),
    ArrowRight: () => panBy(-STEP, 0),
    ArrowUp: () => panBy(0, STEP),
    ArrowDown: () => panBy(0, -STEP),
    '+': () => zoomBy(FACTOR),
    '=': () => zoomBy(FACTOR),
    '-': () => zoomBy(1 / FACTOR),
    '0': fit,
    Escape: unmark,
  };
  return (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    action();
    event.preventDefault();
  };
}
