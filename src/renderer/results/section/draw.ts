import type { DecimatedTrace, SectionTrace } from '@/core/model';
import type { Pen } from '../../common/picture';
import { paintAxes, PLOT_FONT } from '../axes';
import type { PlotColours } from '../colours';
import { paintArrivals, type PlacedArrivals } from './arrivals';
import { frameOf, MARGIN, type Frame, type Size } from './frame';
import type { PlacedTrace, SectionView } from './view';

const LABEL_HEIGHT = 11;

export interface SectionInput {
  placed: readonly PlacedTrace[];
  view: SectionView;
  size: Size;
  arrivals: readonly PlacedArrivals[];
  /** Of each trace by its own largest amplitude, or of all by that of all. */
  scaling: 'trace' | 'common';
  /** Height of the largest amplitude, in the units of heights. */
  amplitude: number;
  /** Height of a window above and below its trace, in the units of heights. */
  windowHeight: number;
  shown: { observed: boolean; synthetic: boolean; windows: boolean };
  titles: { time: string; height: string; observed: string; synthetic: string; windows: string };
  /** Whether a station's pair is selected; null without a selection. */
  selected: ReadonlySet<string> | null;
  active: string | null;
  colours: PlotColours & { observed: string; synthetic: string; window: string; arrival: string; halo: string };
}

function largest({ min, max }: DecimatedTrace): number {
  let peak = 0;
  for (let i = 0; i < min.length; i++) peak = Math.max(peak, -min[i], max[i]);
  return peak;
}

/** A line through the minimum and maximum of each column in sight. */
function strokeTrace(
  c: Pen,
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

/** What stands for an amplitude of one. */
function peakOf({ observed, synthetic }: SectionTrace): number {
  return Math.max(largest(observed), largest(synthetic));
}

function paintTrace(
  c: Pen,
  input: SectionInput,
  frame: Frame,
  { trace, at, shift }: PlacedTrace,
  common: number,
): void {
  const { view, amplitude, shown, colours, selected, active } = input;
  const { observed, synthetic, timeOffset, windows, station } = trace;
  const base = frame.y(at);
  const pixels = frame.y(at - amplitude) - base;
  if (base + pixels < MARGIN.top || base - pixels > MARGIN.top + frame.height) return;
  const isDim = selected !== null && !selected.has(station);
  c.globalAlpha = isDim ? 0.25 : 1;
  if (shown.windows) {
    c.fillStyle = colours.window;
    const half = frame.y(at - input.windowHeight) - base;
    for (const { left, right } of windows) {
      c.fillRect(frame.x(left + shift), base - half, frame.x(right) - frame.x(left), 2 * half);
    }
  }
  const peak = common || peakOf(trace) || 1;
  const y = (value: number) => base - (value / peak) * pixels;
  c.lineWidth = active === station ? 1.8 : 1;
  if (shown.observed) {
    c.strokeStyle = colours.observed;
    strokeTrace(c, observed, timeOffset + shift, view, frame.x, y);
  }
  if (shown.synthetic) {
    c.strokeStyle = colours.synthetic;
    strokeTrace(c, synthetic, timeOffset + shift, view, frame.x, y);
  }
  c.globalAlpha = 1;
}

function paintLabels(c: Pen, { placed, selected, active, colours, size }: SectionInput, frame: Frame): void {
  c.textAlign = 'left';
  c.textBaseline = 'middle';
  let free = Infinity;
  for (const { trace, at } of placed) {
    const y = frame.y(at);
    const isActive = trace.station === active;
    if (y < MARGIN.top || y > MARGIN.top + frame.height || (y > free && !isActive)) continue;
    c.font = isActive ? `bold ${PLOT_FONT}` : PLOT_FONT;
    c.fillStyle = isActive ? colours.focus : selected?.has(trace.station) ? colours.strong : colours.text;
    c.fillText(trace.station, size.width - MARGIN.right + 4, y);
    free = y - LABEL_HEIGHT;
  }
}

/** What is drawn in which colour, above the traces at the right. */
function paintLegend(c: Pen, { shown, titles, colours }: SectionInput, frame: Frame): void {
  const y = MARGIN.top / 2;
  let x = MARGIN.left + frame.width;
  c.font = PLOT_FONT;
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  for (const name of ['windows', 'synthetic', 'observed'] as const) {
    if (!shown[name]) continue;
    c.fillStyle = colours.text;
    c.fillText(titles[name], x, y);
    x -= c.measureText(titles[name]).width + 20;
    c.fillStyle = name === 'windows' ? colours.window : colours[name];
    if (name === 'windows') c.fillRect(x, y - 5, 15, 10);
    else c.fillRect(x, y - 1, 15, 2);
    x -= 10;
  }
}

/** Draws a record section, a trace at a step. */
export function* drawSection(c: Pen, input: SectionInput): Generator<void, void> {
  const frame = frameOf(input.view, input.size);
  const { view, titles } = input;
  const across = { title: titles.time, range: [view.from, view.to] as const, at: frame.x, space: 64, grid: true };
  const up = { title: titles.height, range: [view.low, view.high] as const, at: frame.y, space: 30, grid: false };
  paintAxes(c, { ...MARGIN, width: frame.width, height: frame.height }, across, up, input.colours);
  paintLabels(c, input, frame);
  paintLegend(c, input, frame);
  c.save();
  c.beginPath();
  c.rect(MARGIN.left, MARGIN.top, frame.width, frame.height);
  c.clip();
  c.lineJoin = 'round';
  let common = 0;
  if (input.scaling === 'common') for (const { trace } of input.placed) common = Math.max(common, peakOf(trace));
  for (const each of input.placed) {
    paintTrace(c, input, frame, each, common);
    yield;
  }
  paintArrivals(c, input.arrivals, frame, input.colours);
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
