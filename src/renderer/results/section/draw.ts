import type { DecimatedTrace, SectionTrace } from '@/core/model';
import type { PlotColours } from '../colours';
import { tickText, ticks } from '../ticks';
import type { PlacedTrace, SectionView } from './view';

/** Room around the traces, CSS pixels. */
export const MARGIN = { left: 52, right: 62, top: 8, bottom: 34 };
const FONT = '10.5px system-ui, sans-serif';
const LABEL_HEIGHT = 11;

export interface SectionInput {
  placed: readonly PlacedTrace[];
  view: SectionView;
  size: { width: number; height: number };
  /** Height of the largest amplitude of a trace, in the units of heights. */
  amplitude: number;
  shown: { observed: boolean; synthetic: boolean; windows: boolean };
  titles: { time: string; height: string };
  /** Whether a station's pair is selected; null without a selection. */
  selected: ReadonlySet<string> | null;
  active: string | null;
  colours: PlotColours & { observed: string; synthetic: string; window: string };
}

interface Frame {
  width: number;
  height: number;
  x(time: number): number;
  y(at: number): number;
}

export function frameOf({ from, to, low, high }: SectionView, size: SectionInput['size']): Frame {
  const width = Math.max(1, size.width - MARGIN.left - MARGIN.right);
  const height = Math.max(1, size.height - MARGIN.top - MARGIN.bottom);
  return {
    width,
    height,
    x: (time) => MARGIN.left + ((time - from) / (to - from)) * width,
    y: (at) => MARGIN.top + height - ((at - low) / (high - low)) * height,
  };
}

function paintAxes(c: CanvasRenderingContext2D, { view, titles, colours }: SectionInput, frame: Frame): void {
  const bottom = MARGIN.top + frame.height;
  c.textAlign = 'center';
  c.textBaseline = 'top';
  for (const value of ticks(view.from, view.to, frame.width, 64)) {
    const x = Math.round(frame.x(value));
    c.fillStyle = colours.grid;
    c.fillRect(x, MARGIN.top, 1, frame.height);
    c.fillStyle = colours.text;
    c.fillText(tickText(value), x, bottom + 4);
  }
  c.fillText(titles.time, MARGIN.left + frame.width / 2, bottom + 18);
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const value of ticks(view.low, view.high, frame.height, 30)) {
    c.fillStyle = colours.text;
    c.fillText(tickText(value), MARGIN.left - 6, frame.y(value));
  }
  c.save();
  c.translate(10, MARGIN.top + frame.height / 2);
  c.rotate(-Math.PI / 2);
  c.textAlign = 'center';
  c.fillText(titles.height, 0, 0);
  c.restore();
  c.strokeStyle = colours.axis;
  c.lineWidth = 1;
  c.strokeRect(MARGIN.left + 0.5, MARGIN.top + 0.5, frame.width - 1, frame.height - 1);
}

function largest({ min, max }: DecimatedTrace): number {
  let peak = 0;
  for (let i = 0; i < min.length; i++) peak = Math.max(peak, -min[i], max[i]);
  return peak;
}

/** A line through the minimum and maximum of each column in sight. */
function strokeTrace(
  c: CanvasRenderingContext2D,
  { start, step, min, max }: DecimatedTrace,
  offset: number,
  { from, to }: SectionView,
  x: (time: number) => number,
  y: (value: number) => number,
): void {
  const first = Math.max(0, Math.floor((from - offset - start) / step) - 1);
  const last = Math.min(min.length, Math.ceil((to - offset - start) / step) + 2);
  c.beginPath();
  for (let i = first; i < last; i++) {
    const at = x(offset + start + i * step);
    c.lineTo(at, y(max[i]));
    if (min[i] !== max[i]) c.lineTo(at, y(min[i]));
  }
  c.stroke();
}

function paintTrace(c: CanvasRenderingContext2D, input: SectionInput, frame: Frame, { trace, at }: PlacedTrace): void {
  const { view, amplitude, shown, colours, selected, active } = input;
  const { observed, synthetic, timeOffset, windows, station } = trace;
  const base = frame.y(at);
  const pixels = frame.y(at - amplitude) - base;
  if (base + pixels < MARGIN.top || base - pixels > MARGIN.top + frame.height) return;
  const isDim = selected !== null && !selected.has(station);
  c.globalAlpha = isDim ? 0.25 : 1;
  if (shown.windows) {
    c.fillStyle = colours.window;
    for (const { left, right } of windows)
      c.fillRect(frame.x(left), base - pixels, frame.x(right) - frame.x(left), 2 * pixels);
  }
  const peak = Math.max(largest(observed), largest(synthetic)) || 1;
  const y = (value: number) => base - (value / peak) * pixels;
  c.lineWidth = active === station ? 1.8 : 1;
  if (shown.observed) {
    c.strokeStyle = colours.observed;
    strokeTrace(c, observed, timeOffset, view, frame.x, y);
  }
  if (shown.synthetic) {
    c.strokeStyle = colours.synthetic;
    strokeTrace(c, synthetic, timeOffset, view, frame.x, y);
  }
  c.globalAlpha = 1;
}

function paintLabels(
  c: CanvasRenderingContext2D,
  { placed, selected, active, colours, size }: SectionInput,
  frame: Frame,
): void {
  c.textAlign = 'left';
  c.textBaseline = 'middle';
  let free = Infinity;
  for (const { trace, at } of placed) {
    const y = frame.y(at);
    const isActive = trace.station === active;
    if (y < MARGIN.top || y > MARGIN.top + frame.height || (y > free && !isActive)) continue;
    c.font = isActive ? `bold ${FONT}` : FONT;
    c.fillStyle = isActive ? colours.focus : selected?.has(trace.station) ? colours.strong : colours.text;
    c.fillText(trace.station, size.width - MARGIN.right + 4, y);
    free = y - LABEL_HEIGHT;
  }
}

/** Draws a record section, a trace at a step. */
export function* drawSection(c: CanvasRenderingContext2D, input: SectionInput): Generator<void, void> {
  const frame = frameOf(input.view, input.size);
  c.font = FONT;
  paintAxes(c, input, frame);
  paintLabels(c, input, frame);
  c.save();
  c.beginPath();
  c.rect(MARGIN.left, MARGIN.top, frame.width, frame.height);
  c.clip();
  c.lineJoin = 'round';
  for (const each of input.placed) {
    paintTrace(c, input, frame, each);
    yield;
  }
  c.restore();
}

/** The trace nearest to a height in pixels; null where none is within `reach` pixels. */
export function traceAt(
  { placed, view, size }: Pick<SectionInput, 'placed' | 'view' | 'size'>,
  y: number,
  reach: number,
): SectionTrace | null {
  const frame = frameOf(view, size);
  let [best, distance]: [SectionTrace | null, number] = [null, reach];
  for (const { trace, at } of placed) {
    const away = Math.abs(frame.y(at) - y);
    if (away <= distance) [best, distance] = [trace, away];
  }
  return best;
}
