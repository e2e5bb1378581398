import type { Axis } from './camera';
import type { MatrixColours } from './colours';
import type { Place } from './types';

const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
/** Room that a label takes along its side, and at most across it, CSS pixels. */
const PITCH = 13;
const LONGEST = 132;
const PAD = 8;
const NICE = [1, 2, 5];

/** Room of the labels left of the cells and above them, CSS pixels. */
export interface Gutter {
  left: number;
  top: number;
}

export function measureGutter(
  context: CanvasRenderingContext2D,
  rows: readonly string[],
  columns: readonly string[],
): Gutter {
  context.font = FONT;
  const widest = (labels: readonly string[]) => {
    const longest = labels.reduce((long, label) => (label.length > long.length ? label : long), '');
    return Math.min(LONGEST, Math.ceil(context.measureText(longest).width)) + PAD;
  };
  return { left: widest(rows), top: widest(columns) };
}

/** Every how many cells a label fits: all, each second, fifth, tenth and so on.
 *  @param side of a cell, CSS pixels */
export function labelStep(side: number): number {
  const least = PITCH / side;
  for (let power = 1; ; power *= 10) {
    const step = NICE.find((digit) => digit * power >= least);
    if (step !== undefined) return step * power;
  }
}

export interface HeaderOptions {
  rows: readonly string[];
  columns: readonly string[];
  axisX: Axis;
  axisY: Axis;
  /** Sides of a cell, CSS pixels. */
  width: number;
  height: number;
  /** CSS pixels from the edge of the cells to the middle of a row or column. */
  middleOf(place: Place): { x: number; y: number };
  gutter: Gutter;
  colours: MatrixColours;
  isRowDim: ((row: number) => boolean) | undefined;
  isColumnDim: ((column: number) => boolean) | undefined;
}

/** Names rows and columns, as many as have room. */
export function paintHeaders(c: CanvasRenderingContext2D, options: HeaderOptions): void {
  const { rows, columns, axisX, axisY, gutter, colours, middleOf } = options;
  c.font = FONT;
  c.textBaseline = 'middle';
  const inSight = (axis: Axis, step: number) => {
    const last = axis.start(axis.count);
    const first = Math.ceil(axis.start(0) / step) * step;
    return Array.from({ length: Math.max(0, Math.ceil((last - first) / step)) }, (_, i) => first + i * step);
  };
  c.textAlign = 'right';
  for (const row of inSight(axisY, labelStep(options.height))) {
    const { y } = middleOf({ row, column: 0 });
    if (y < 0) continue;
    c.fillStyle = options.isRowDim?.(row) ? colours.dim : colours.text;
    c.fillText(rows[row]!, gutter.left - 5, gutter.top + y, gutter.left - 6);
  }
  c.textAlign = 'left';
  for (const column of inSight(axisX, labelStep(options.width))) {
    const { x } = middleOf({ row: 0, column });
    if (x < 0) continue;
    c.fillStyle = options.isColumnDim?.(column) ? colours.dim : colours.text;
    c.save();
    c.translate(gutter.left + x, gutter.top - 5);
    c.rotate(-Math.PI / 2);
    c.fillText(columns[column]!, 0, 0, gutter.top - 6);
    c.restore();
  }
}
