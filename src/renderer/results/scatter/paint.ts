import type { Pen } from '../../common/picture';
import { GRID, type Scatter } from '../analysis/scatter';
import { paintAxes } from '../axes';
import { scaleOf, type PlotColours } from '../colours';
import { measureTitle } from '../histogram/words';
import { texts } from '../../texts';
import { countText } from '../ticks';
import { frameOf, MARGIN, type Frame, type Size } from './frame';

const POINT_RADIUS = 2.1;

function mostOf(counts: Uint32Array): number {
  return counts.reduce((max, count) => Math.max(max, count), 1);
}

/** Cells in the colours of their counts, on a logarithmic scale. */
function paintCells(c: Pen, counts: Uint32Array, frame: Frame, colour: (share: number) => string): void {
  const most = Math.log1p(mostOf(counts));
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

function paintPoints(c: Pen, { points, selecting }: Scatter, frame: Frame, colours: PlotColours): void {
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

const LEGEND = { width: 90, height: 7 };

/** What the colours of cells mean: above the plane, at its right. */
function paintDensity(c: Pen, most: number, scale: readonly string[], frame: Frame, colours: PlotColours): void {
  const y = 10;
  let x = MARGIN.left + frame.width;
  c.textBaseline = 'middle';
  c.textAlign = 'right';
  c.fillStyle = colours.text;
  c.fillText(countText(most), x, y);
  x -= c.measureText(countText(most)).width + 5 + LEGEND.width;
  const step = LEGEND.width / scale.length;
  scale.forEach((colour, i) => {
    c.fillStyle = colour;
    // Over all that follow: no gaps show between them.
    c.fillRect(x + i * step, y - LEGEND.height / 2, LEGEND.width - i * step, LEGEND.height);
  });
  c.fillStyle = colours.text;
  c.fillText(`${texts.results.scatter.density}  1`, x - 5, y);
}

/** One measure against another: points where they are few, their density where they are many. What is not selected is grey
 *  while something is.
 *  @param polygon in values of x and y, or null */
export function paintScatter(
  c: Pen,
  size: Size,
  scatter: Scatter,
  polygon: readonly (readonly [number, number])[] | null,
  colours: PlotColours,
): void {
  const frame = frameOf(scatter, size);
  const across = { title: measureTitle(scatter.x), range: scatter.xRange, at: frame.toX, space: 64, grid: true };
  const up = { title: measureTitle(scatter.y), range: scatter.yRange, at: frame.toY, space: 34, grid: true };
  if (!scatter.points) {
    const counts = scatter.selecting ? scatter.selected : scatter.whole;
    paintDensity(c, mostOf(counts), scaleOf('sequential', colours.dark), frame, colours);
  }
  paintAxes(c, { ...MARGIN, width: frame.width, height: frame.height }, across, up, colours);
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
