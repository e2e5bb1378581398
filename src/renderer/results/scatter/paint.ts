import { prepareCanvas } from '../../common/canvas';
import { GRID, type Scatter } from '../analysis/scatter';
import { scaleOf, type PlotColours } from '../colours';
import { measureTitle } from '../histogram/words';
import { tickText, ticks } from '../ticks';
import { frameOf, MARGIN, type Frame, type Size } from './frame';

const FONT = '10.5px system-ui, sans-serif';
const POINT_RADIUS = 2.1;

function paintAxes(
  c: CanvasRenderingContext2D,
  { x, y, xRange, yRange }: Scatter,
  frame: Frame,
  colours: PlotColours,
): void {
  const bottom = MARGIN.top + frame.height;
  c.textAlign = 'center';
  c.textBaseline = 'top';
  for (const value of ticks(...xRange, frame.width, 64)) {
    const at = Math.round(frame.toX(value));
    c.fillStyle = colours.grid;
    c.fillRect(at, MARGIN.top, 1, frame.height);
    c.fillStyle = colours.text;
    c.fillText(tickText(value), at, bottom + 4);
  }
  c.fillText(measureTitle(x), MARGIN.left + frame.width / 2, bottom + 18);
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const value of ticks(...yRange, frame.height, 34)) {
    const at = Math.round(frame.toY(value));
    c.fillStyle = colours.grid;
    c.fillRect(MARGIN.left, at, frame.width, 1);
    c.fillStyle = colours.text;
    c.fillText(tickText(value), MARGIN.left - 5, at);
  }
  c.save();
  c.translate(10, MARGIN.top + frame.height / 2);
  c.rotate(-Math.PI / 2);
  c.textAlign = 'center';
  c.fillText(measureTitle(y), 0, 0);
  c.restore();
  c.strokeStyle = colours.axis;
  c.lineWidth = 1;
  c.strokeRect(MARGIN.left + 0.5, MARGIN.top + 0.5, frame.width - 1, frame.height - 1);
}

/** Cells in the colours of their counts, on a logarithmic scale. */
function paintCells(
  c: CanvasRenderingContext2D,
  counts: Uint32Array,
  frame: Frame,
  colour: (share: number) => string,
): void {
  const most = Math.log1p(counts.reduce((max, count) => Math.max(max, count), 1));
  const [width, height] = [frame.width / GRID.columns, frame.height / GRID.rows];
  for (let row = 0; row < GRID.rows; row++) {
    const top = Math.floor(MARGIN.top + frame.height - (row + 1) * height);
    for (let column = 0; column < GRID.columns; column++) {
      const count = counts[row * GRID.columns + column];
      if (count === 0) continue;
      c.fillStyle = colour(Math.log1p(count) / most);
      c.fillRect(Math.floor(MARGIN.left + column * width), top, Math.ceil(width), Math.ceil(height));
    }
  }
}

function paintPoints(
  c: CanvasRenderingContext2D,
  { points, selecting }: Scatter,
  frame: Frame,
  colours: PlotColours,
): void {
  if (!points) return;
  const paint = (wanted: 0 | 1, colour: string) => {
    c.fillStyle = colour;
    c.beginPath();
    for (let i = 0; i < points.x.length; i++) {
      if (points.selected[i] !== wanted) continue;
      const [x, y] = [frame.toX(points.x[i]), frame.toY(points.y[i])];
      c.moveTo(x + POINT_RADIUS, y);
      c.arc(x, y, POINT_RADIUS, 0, 2 * Math.PI);
    }
    c.globalAlpha = 0.75;
    c.fill();
    c.globalAlpha = 1;
  };
  paint(0, selecting ? colours.rest : colours.plain);
  paint(1, colours.plain);
}

/** One measure against another: points where they are few, their density where they are many. What is not selected is grey
 *  while something is.
 *  @param polygon in values of x and y, or null */
export function paintScatter(
  canvas: HTMLCanvasElement,
  size: Size,
  scatter: Scatter,
  polygon: readonly (readonly [number, number])[] | null,
  colours: PlotColours,
): void {
  const c = prepareCanvas(canvas, size);
  c.font = FONT;
  const frame = frameOf(scatter, size);
  paintAxes(c, scatter, frame, colours);
  c.save();
  c.beginPath();
  c.rect(MARGIN.left, MARGIN.top, frame.width, frame.height);
  c.clip();
  if (scatter.points) paintPoints(c, scatter, frame, colours);
  else {
    const scale = scaleOf('sequential', colours.dark);
    const coloured = (share: number) => scale[Math.round(share * (scale.length - 1))];
    if (scatter.selecting) {
      paintCells(c, scatter.whole, frame, () => colours.rest);
      paintCells(c, scatter.selected, frame, coloured);
    } else paintCells(c, scatter.whole, frame, coloured);
  }
  if (polygon) {
    c.beginPath();
    for (const [x, y] of polygon) c.lineTo(frame.toX(x), frame.toY(y));
    c.closePath();
    c.fillStyle = colours.band;
    c.fill();
    c.strokeStyle = colours.focus;
    c.lineWidth = 1.5;
    c.stroke();
  }
  c.restore();
}
