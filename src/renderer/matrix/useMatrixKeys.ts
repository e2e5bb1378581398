import type { KeyboardEvent } from 'react';
import type { MatrixSurface } from './surface';
import type { Place } from './types';

const STEP = 1.5;

interface KeysOptions {
  surface: MatrixSurface | null;
  rows: number;
  columns: number;
  focus: Place | null;
  onFocus(place: Place): void;
  onOpen: ((row: number, column: number) => void) | undefined;
}

/** Where a key leads from a place; null for keys that lead nowhere. */
export function nextPlace(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { row, column }: Place,
  size: { rows: number; columns: number; page: number },
): Place | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const steps: Record<string, Place> = {
    ArrowDown: { row: ctrlKey ? lastRow : row + 1, column },
    ArrowUp: { row: ctrlKey ? 0 : row - 1, column },
    ArrowRight: { row, column: ctrlKey ? lastColumn : column + 1 },
    ArrowLeft: { row, column: ctrlKey ? 0 : column - 1 },
    PageDown: { row: row + size.page, column },
    PageUp: { row: row - size.page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? lastRow : row, column: lastColumn },
  };
  const to = steps[key];
  if (!to) return null;
  const within = (index: number, last: number) => Math.max(0, Math.min(last, index));
  return { row: within(to.row, lastRow), column: within(to.column, lastColumn) };
}

/** Keyboard of the matrix: arrows, Page, Home and End move (with Ctrl to the edges), Enter opens, + − 0 zoom. */
export function matrixKeys({ surface, rows, columns, focus, onFocus, onOpen }: KeysOptions) {
  return (event: KeyboardEvent): void => {
    if (!surface || rows === 0 || columns === 0 || event.altKey || event.metaKey) return;
    const from = focus ?? { row: 0, column: 0 };
    const to = nextPlace(event, from, { rows, columns, page: surface.page });
    if (to) {
      const place = focus === null ? from : to;
      onFocus(place);
      surface.reveal(place);
    } else if (event.ctrlKey) return;
    else if ((event.key === 'Enter' || event.key === ' ') && focus) onOpen?.(focus.row, focus.column);
    else if (event.key === '+' || event.key === '=') surface.zoomBy(STEP);
    else if (event.key === '-') surface.zoomBy(1 / STEP);
    else if (event.key === '0') surface.fit();
    else return;
    event.preventDefault();
    // Arrows step through pairs elsewhere on the page; here they have moved the focus already.
    event.stopPropagation();
  };
}
