/** Sides of a cell in device pixels: whole numbers from 1 on, fractions below. */
export interface CellSize {
  width: number;
  height: number;
}

export interface Extent {
  width: number;
  height: number;
}

const LARGEST = 96;
/** The largest cells that fitting gives: a matrix of few cells is not to fill a wall. */
const LARGEST_FIT = { width: 84, height: 60 };
/** Cells may be this many times longer than wide, or wider than long, to fill the room. */
const STRETCH = 3;

/** Whole pixels where there is at least one to a cell: all cells of a row are then equal. */
function snap(side: number): number {
  return side >= 1 ? Math.floor(side) : side;
}

/** The size at which all cells are in sight, filling the room as far as that looks well.
 *  @param room of the cells, device pixels
 *  @param ratio device pixels to a CSS pixel */
export function fitSize(rows: number, columns: number, room: Extent, ratio: number): CellSize {
  const width = Math.min(room.width / Math.max(1, columns), LARGEST_FIT.width * ratio);
  const height = Math.min(room.height / Math.max(1, rows), LARGEST_FIT.height * ratio);
  return { width: snap(Math.min(width, height * STRETCH)), height: snap(Math.min(height, width * STRETCH)) };
}

function zoomSide(side: number, factor: number, least: number, ratio: number): number {
  const wanted = side * factor;
  const next =
    side < 1 || wanted < 1 ? wanted : factor > 1 ? Math.max(side + 1, Math.round(wanted)) : Math.round(wanted);
  // A step that is too small to reach the next whole number still leaves the old one.
  const moved = factor < 1 && next === side && side > 1 ? side - 1 : next;
  return snap(Math.max(least, Math.min(LARGEST * ratio, moved)));
}

/** Larger or smaller cells, never smaller than where all are in sight. They become squares as they grow. */
export function zoomSize(size: CellSize, factor: number, fit: CellSize, ratio: number): CellSize {
  const width = zoomSide(size.width, factor, fit.width, ratio);
  const height = zoomSide(size.height, factor, fit.height, ratio);
  return { width, height };
}

/** Cells along one side as they fall on pixels: a unit is one cell, or one pixel that several cells share. */
export interface Axis {
  /** Units in sight. */
  count: number;
  /** Pixels of a unit. */
  side: number;
  /** Pixel at which the first unit begins: 0, or before the edge. */
  offset: number;
  /** First cell of unit `u`; the next unit's first is where it ends. */
  start(unit: number): number;
}

/** @param cells how many there are
 *  @param side pixels of a cell
 *  @param scroll pixels before the first that is in sight
 *  @param room pixels in sight */
export function axisOf(cells: number, side: number, scroll: number, room: number): Axis {
  if (side < 1) {
    const count = Math.max(0, Math.min(room, Math.ceil(cells * side) - scroll));
    return { count, side: 1, offset: 0, start: (unit) => Math.min(cells, Math.floor((scroll + unit) / side)) };
  }
  const first = Math.min(cells, Math.floor(scroll / side));
  const last = Math.min(cells, Math.ceil((scroll + room) / side));
  return { count: last - first, side, offset: first * side - scroll, start: (unit) => first + unit };
}
