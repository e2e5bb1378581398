import type { Window } from '@/core/model';
import { COLOR, SIZE, textWidth } from './style';
import { label, line, readable, rect, type Box, type Shape } from './scene';
import type { Scale } from './scale';

const LINE = 15;
const COLUMNS = 4;
/** Of a list, whose first number would pass for one of the unit beside it. */
const INDENT = 12;

interface Placed {
  text: string;
  x: number;
  /** Line below the top of the labels, counted from 0. */
  level: number;
  anchor: 'start' | 'middle';
}

/** What is said of a component's windows above their axis. */
export interface WindowLabels {
  placed: Placed[];
  /** Numbers inside the axis where the labels do not stand above their windows. */
  numbers: { text: string; x: number }[];
  /** Height that the labels take. */
  height: number;
}

export function windowText(window: Window): string {
  const gap = '\u00a0\u00a0';
  const { cc, shiftSeconds, dlnA } = window;
  return `cc ${readable(cc, 2)}${gap}dt ${readable(shiftSeconds, 2)} s${gap}dlnA ${readable(dlnA, 2)}`;
}

/** Start and end of a window in s after the origin. */
export function windowTimes(window: Window, timeOffset: number): [number, number] {
  return [timeOffset + window.left * window.delta, timeOffset + window.right * window.delta];
}

/** As far as the axis goes. */
function seenTimes(window: Window, timeOffset: number, { domain: [first, last] }: Scale): [number, number] {
  const [start, end] = windowTimes(window, timeOffset);
  return [Math.max(start, first), Math.min(end, last)];
}

/** Windows of which an axis shows a part. */
export function windowsInSight(windows: Window[], timeOffset: number, { domain: [first, last] }: Scale): Window[] {
  return windows.filter((window) => {
    const [start, end] = windowTimes(window, timeOffset);
    return end >= first && start <= last;
  });
}

/** Puts each window's numbers above it where they all have room side by side; otherwise numbers the windows and lists
 *  them in columns. */
export function placeLabels(windows: Window[], timeOffset: number, x: Scale, axis: Box): WindowLabels {
  const inOrder = [...windows].sort((a, b) => a.left - b.left);
  const above = inOrder.map((window): Placed & { half: number } => {
    const text = windowText(window);
    const half = textWidth(text, SIZE.small) / 2;
    const [start, end] = seenTimes(window, timeOffset, x);
    const centre = Math.min(Math.max((x(start) + x(end)) / 2, axis.x + half), axis.x + axis.width - half);
    return { text, x: centre, level: 0, anchor: 'middle', half };
  });
  const apart = above.every((label, i) => i === 0 || above[i - 1]!.x + above[i - 1]!.half + 8 <= label.x - label.half);
  if (apart) return { placed: above, numbers: [], height: windows.length === 0 ? 0 : LINE };
  const placed = inOrder.map((window, i): Placed => ({
    text: `${i + 1}\u00a0\u00a0\u00a0${windowText(window)}`,
    x: axis.x + INDENT + ((i % COLUMNS) * (axis.width - INDENT)) / COLUMNS,
    level: Math.floor(i / COLUMNS),
    anchor: 'start',
  }));
  const numbers = inOrder.map((window, i) => ({ text: String(i + 1), x: x(seenTimes(window, timeOffset, x)[0]) + 4 }));
  return { placed, numbers, height: Math.ceil(windows.length / COLUMNS) * LINE };
}

/** @param top upper edge of the labels
 *  @param axisTop upper edge of the axis, which numbers stand in */
export function drawLabels({ placed, numbers }: WindowLabels, top: number, axisTop: number): Shape[] {
  const texts = placed.map(({ text, x, level, anchor }) =>
    label(x, top + (level + 1) * LINE - 5, text, { size: SIZE.small, anchor }),
  );
  const marks = numbers.flatMap(({ text, x }) => [
    rect({ x: x - 2, y: axisTop + 2, width: 7 * text.length + 4, height: 13 }, { fill: '#ffffff', fillOpacity: 0.7 }),
    label(x, axisTop + 12, text, { size: SIZE.small, bold: true }),
  ]);
  return [...texts, ...marks];
}

/** Shades the windows from `top` down to `bottom`. */
export function drawWindows(windows: Window[], timeOffset: number, x: Scale, top: number, bottom: number): Shape[] {
  return windows.flatMap((window) => {
    const [start, end] = seenTimes(window, timeOffset, x).map(x) as [number, number];
    const edge = { stroke: COLOR.windowEdge, strokeOpacity: 0.7 };
    // Where the axis cuts a window off, it has no edge.
    const edges = windowTimes(window, timeOffset)
      .map(x)
      .filter((at) => at === start || at === end);
    const box = { x: start, y: top, width: end - start, height: bottom - top };
    return [
      rect(box, { fill: COLOR.window, fillOpacity: 0.17 }, 'window'),
      ...edges.map((at) => line(at, top, at, bottom, edge)),
    ];
  });
}
