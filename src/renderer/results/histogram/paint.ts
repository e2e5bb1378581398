import type { Pen } from '../../common/picture';
import type { Bins } from '../analysis/bins';
import type { Histogram, HistogramSeries } from '../analysis/histogram';
import { componentColour, type PlotColours } from '../colours';
import { countText, tickText, ticks } from '../ticks';

export interface Size {
  width: number;
  height: number;
}

/** Room around the bars, CSS pixels. */
const MARGIN = { left: 38, right: 8, top: 5, bottom: 17 };
const LANE_GAP = 5;
const FONT = '10.5px system-ui, sans-serif';
/** A bin that holds anything is seen. */
const LEAST = 1.5;

/** One band of bars: all components on top of each other, or one of them. */
export interface Lane {
  /** Written into the lane's corner; null where all share one. */
  label: string | null;
  series: readonly HistogramSeries[];
}

export interface Marks {
  /** Bins with the focus, from and to; null without one. */
  active: [number, number] | null;
  hovered: number | null;
  /** Values that are selected here, from and to. */
  range: [number, number] | null;
}

/** Where a bin begins; bins share the width evenly. */
function binX({ edges }: Bins, { width }: Size, bin: number): number {
  return MARGIN.left + ((width - MARGIN.left - MARGIN.right) * bin) / (edges.length - 1);
}

/** The bin below a pixel, the nearest one beside the bars. */
export function binAt({ edges }: Bins, { width }: Size, x: number): number {
  const count = edges.length - 1;
  const bin = Math.floor(((x - MARGIN.left) / (width - MARGIN.left - MARGIN.right)) * count);
  return Math.max(0, Math.min(count - 1, bin));
}

function largest(lanes: readonly Lane[], bins: number): number {
  let max = 1;
  for (const { series } of lanes) {
    for (let bin = 0; bin < bins; bin++) {
      max = Math.max(
        max,
        series.reduce((sum, { whole }) => sum + whole.counts[bin], 0),
      );
    }
  }
  return max;
}

/** Bars from the middle of a pixel to that of another would blur. */
const crisp = (value: number) => Math.round(value);

/** Three round values at least, so that there is a scale to read, but for a plot that has no room for them. */
function axisTicks(from: number, to: number, width: number): number[] {
  const wide = ticks(from, to, width, 58);
  return wide.length >= 3 ? wide : ticks(from, to, width, 30);
}

function paintAxis(c: Pen, size: Size, { edges, step }: Bins, colours: PlotColours): void {
  const [from, to] = [edges[0], edges[edges.length - 1]];
  const width = size.width - MARGIN.left - MARGIN.right;
  const y = size.height - MARGIN.bottom;
  c.fillStyle = colours.axis;
  c.fillRect(MARGIN.left, y, width, 1);
  c.textBaseline = 'top';
  c.textAlign = 'center';
  const place = (value: number) => MARGIN.left + ((value - from) / (step * (edges.length - 1))) * width;
  for (const value of axisTicks(from, to, width)) {
    const x = place(value);
    c.fillStyle = colours.axis;
    c.fillRect(crisp(x), y, 1, 4);
    c.fillStyle = colours.text;
    c.fillText(tickText(value), Math.max(10, Math.min(size.width - 14, x)), y + 5);
  }
}

/** @param selecting whether only the selected part has its colours, before all in grey */
function paintLane(
  c: Pen,
  { label, series }: Lane,
  box: { top: number; bottom: number },
  x: (bin: number) => number,
  { max, bins, selecting, colours }: { max: number; bins: number; selecting: boolean; colours: PlotColours },
): void {
  const scale = (box.bottom - box.top) / max;
  const bar = (bin: number, below: number, count: number, colour: string) => {
    if (count === 0) return;
    const bottom = box.bottom - below * scale;
    const height = Math.max(LEAST, count * scale);
    const [left, right] = [crisp(x(bin)), crisp(x(bin + 1))];
    c.fillStyle = colour;
    c.fillRect(left, bottom - height, Math.max(1, right - left - (right - left > 4 ? 1 : 0)), height);
  };
  for (const value of ticks(0, max, box.bottom - box.top, 26)) {
    const y = crisp(box.bottom - value * scale);
    c.fillStyle = colours.grid;
    if (value > 0) c.fillRect(x(0), y, x(bins) - x(0), 1);
    c.fillStyle = colours.text;
    c.textAlign = 'right';
    c.textBaseline = 'middle';
    if (Number.isInteger(value)) c.fillText(countText(value), x(0) - 4, Math.max(box.top + 4, y));
  }
  for (let bin = 0; bin < bins; bin++) {
    const all = series.reduce((sum, { whole }) => sum + whole.counts[bin], 0);
    if (selecting) bar(bin, 0, all, colours.rest);
    let below = 0;
    for (const { component, whole, selected } of series) {
      const count = (selecting ? selected : whole).counts[bin];
      bar(bin, below, count, componentColour(colours, component));
      below += count;
    }
  }
  if (label === null) return;
  c.fillStyle = colours.strong;
  c.textAlign = 'right';
  c.textBaseline = 'top';
  c.fillText(label, x(bins) - 3, box.top + 1);
}

/** Draws a histogram, with the bins that are selected, pointed at, or have the focus. */
export function paintHistogram(
  c: Pen,
  size: Size,
  { bins, selecting }: Histogram,
  lanes: readonly Lane[],
  marks: Marks,
  colours: PlotColours,
): void {
  c.font = FONT;
  const count = bins.edges.length - 1;
  const x = (bin: number) => binX(bins, size, bin);
  const [top, bottom] = [MARGIN.top, size.height - MARGIN.bottom];
  const band = (from: number, to: number, colour: string) => {
    c.fillStyle = colour;
    c.fillRect(x(from), top, x(to) - x(from), bottom - top);
  };
  if (marks.range) {
    const place = (value: number) => Math.max(0, Math.min(count, (value - bins.edges[0]) / bins.step));
    band(place(marks.range[0]), place(marks.range[1]), colours.band);
  }
  if (marks.hovered !== null) band(marks.hovered, marks.hovered + 1, colours.band);
  const max = largest(lanes, count);
  const height = (bottom - top - LANE_GAP * (lanes.length - 1)) / lanes.length;
  lanes.forEach((lane, i) => {
    const from = top + i * (height + LANE_GAP);
    paintLane(c, lane, { top: from, bottom: from + height }, x, { max, bins: count, selecting, colours });
  });
  paintAxis(c, size, bins, colours);
  if (!marks.active) return;
  c.strokeStyle = colours.focus;
  c.lineWidth = 2;
  const [from, to] = [x(marks.active[0]), x(marks.active[1] + 1)];
  c.strokeRect(from, top, to - from, bottom - top);
}
