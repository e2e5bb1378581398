import type { MatrixColours } from './colours';
import type { Gutter } from './headers';

/** A cell on the page, CSS pixels from the corner of the scroller. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Side that a ring has at least: around a cell of one pixel it keeps its distance, or it would hide it. */
const LEAST_RING = 7;

/** Outlines the cell that is pointed at, the one with the focus and the open one, and leads the eye to their labels. */
export function paintMarks(
  c: CanvasRenderingContext2D,
  boxes: Record<'hover' | 'focus' | 'open', Box | null>,
  gutter: Gutter,
  colours: MatrixColours,
): void {
  const looked = boxes.hover ?? boxes.focus;
  if (looked) {
    c.fillStyle = colours.band;
    if (looked.y + looked.height > gutter.top) c.fillRect(0, looked.y, gutter.left, looked.height);
    if (looked.x + looked.width > gutter.left) c.fillRect(looked.x, 0, looked.width, gutter.top);
  }
  c.beginPath();
  c.rect(gutter.left - 3, gutter.top - 3, c.canvas.width, c.canvas.height);
  c.clip();
  outline(c, boxes.open, colours.open, colours.halo, 2);
  outline(c, boxes.hover, colours.hover, colours.halo, 1);
  outline(c, boxes.focus, colours.focus, colours.halo, 2);
}

function outline(c: CanvasRenderingContext2D, box: Box | null, colour: string, halo: string, line: number): void {
  if (!box) return;
  const away = 1 + Math.max(0, LEAST_RING - Math.min(box.width, box.height)) / 2;
  const frame = [box.x - away, box.y - away, box.width - 1 + 2 * away, box.height - 1 + 2 * away] as const;
  for (const [style, width] of [
    [halo, line + 2],
    [colour, line],
  ] as const) {
    c.lineWidth = width;
    c.strokeStyle = style;
    c.strokeRect(...frame);
  }
}

/** Fits a canvas to its place at the screen's resolution, clears it, and counts in CSS pixels. */
export function prepare(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  ratio: number,
): CanvasRenderingContext2D {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    Object.assign(canvas, { width: w, height: h });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  }
  const context = canvas.getContext('2d')!;
  context.reset();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
