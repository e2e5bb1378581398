import type { Pen } from '../common/picture';
import type { PlotColours } from './colours';
import { tickText, ticks } from './ticks';

/** Where a plot's frame lies, CSS pixels. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Axis {
  title: string;
  range: readonly [number, number];
  /** The pixel of a value. */
  at: (value: number) => number;
  /** Ticks are at least this far from each other, px. */
  space: number;
  /** Whether lines cross the plot at its ticks. */
  grid: boolean;
}

export const PLOT_FONT = '10.5px system-ui, sans-serif';

/** Paints a frame with ticks and titles along the bottom and the left side. */
export function paintAxes(c: Pen, box: Box, x: Axis, y: Axis, colours: PlotColours): void {
  const bottom = box.top + box.height;
  c.font = PLOT_FONT;
  c.textAlign = 'center';
  c.textBaseline = 'top';
  for (const value of ticks(...x.range, box.width, x.space)) {
    const at = Math.round(x.at(value));
    c.fillStyle = colours.grid;
    if (x.grid) c.fillRect(at, box.top, 1, box.height);
    c.fillStyle = colours.text;
    c.fillText(tickText(value), at, bottom + 4);
  }
  c.fillStyle = colours.text;
  c.fillText(x.title, box.left + box.width / 2, bottom + 18);
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const value of ticks(...y.range, box.height, y.space)) {
    const at = Math.round(y.at(value));
    c.fillStyle = colours.grid;
    if (y.grid) c.fillRect(box.left, at, box.width, 1);
    c.fillStyle = colours.text;
    c.fillText(tickText(value), box.left - 5, at);
  }
  c.save();
  c.translate(10, box.top + box.height / 2);
  c.rotate(-Math.PI / 2);
  c.textAlign = 'center';
  c.fillText(y.title, 0, 0);
  c.restore();
  c.strokeStyle = colours.axis;
  c.lineWidth = 1;
  c.strokeRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1);
}
