import type { PairDetail } from '@/api';
import type { HandWindow } from '@/core/model';

/** A window that is being worked on; its id stays whatever becomes of its bounds. Bounds in s after the origin. */
export interface DraftWindow extends HandWindow {
  id: number;
  component: string;
}

type PlacedWindow = Omit<DraftWindow, 'id'>;

/** All windows of a pair. Never changed in place. */
export type Draft = readonly DraftWindow[];

/** The time axis that windows lie on. */
export interface Axis {
  /** First and last sample, s after the origin. */
  start: number;
  end: number;
  /** s */
  delta: number;
}

export type Edge = 'left' | 'right';

/** Fewest samples from the left to the right end. */
const SHORTEST = 4;

export function axisOf(detail: PairDetail): Axis {
  const [first] = detail.components;
  const { length, delta } = first ?? { length: 1, delta: 1 };
  return { start: detail.timeOffset, end: detail.timeOffset + (length - 1) * delta, delta };
}

/** The windows of a pair as they are, numbered from `id`. */
export function draftOf(detail: PairDetail, id: number): Draft {
  return detail.components.flatMap(({ component, windows }) =>
    windows.map(({ left, right, delta }) => ({
      id: id++,
      component,
      left: detail.timeOffset + left * delta,
      right: detail.timeOffset + right * delta,
    })),
  );
}

/** Adds a window, made to fit: not past the ends of the trace, as long as the shortest at least, and of what other windows
 *  leave of it the longest stretch. Null where there is no room. */
export function addWindow(draft: Draft, window: DraftWindow, axis: Axis): Draft | null {
  const [low, high] = [window.left, window.right]
    .map((time) => clamp(time, axis.start, axis.end))
    .sort((a, b) => a - b) as [number, number];
  const shortest = SHORTEST * axis.delta;
  const room =
    high - low < shortest
      ? roomAround(draft, window.component, (low + high) / 2, shortest, axis)
      : freeStretch(draft, window.component, low, high, axis);
  return room && [...draft, { ...window, ...room }];
}

/** The longest stretch of some time that no window of a component takes; null where there is less than a window needs. */
function freeStretch(draft: Draft, component: string, low: number, high: number, axis: Axis): HandWindow | null {
  const stretches: HandWindow[] = [];
  let from = low;
  for (const { left, right } of inOrder(draft.filter((window) => window.component === component))) {
    stretches.push({ left: from, right: Math.min(high, left - axis.delta) });
    from = Math.max(from, right + axis.delta);
  }
  stretches.push({ left: from, right: high });
  const longest = stretches.reduce((best, each) => (each.right - each.left > best.right - best.left ? each : best));
  return longest.right - longest.left < SHORTEST * axis.delta ? null : longest;
}

/** What is free around a time, from the window before it to the window after it, at most `length` s long and about the time
 *  as far as there is room; null within a window, or where there is less room than a window needs. */
export function roomAround(
  draft: Draft,
  component: string,
  time: number,
  length: number,
  axis: Axis,
): HandWindow | null {
  const others = draft.filter((window) => window.component === component);
  const low = Math.max(axis.start, ...others.filter(({ left }) => left <= time).map(({ right }) => right + axis.delta));
  const high = Math.min(axis.end, ...others.filter(({ left }) => left > time).map(({ left }) => left - axis.delta));
  if (time < low || time > high || high - low < SHORTEST * axis.delta) return null;
  const left = clamp(time - length / 2, low, Math.max(low, high - length));
  return { left, right: Math.min(left + length, high) };
}

/** The time nearest to a wanted one around which there is room for a window; null where there is none.
 *  @param within where it has to lie, s after the origin */
export function nearestRoom(
  draft: Draft,
  component: string,
  wanted: number,
  within: HandWindow,
  axis: Axis,
): number | null {
  const others = draft.filter((window) => window.component === component);
  const beside = others.flatMap(({ left, right }) => [left - axis.delta, right + axis.delta]);
  const times = [wanted, ...beside].filter((time) => within.left <= time && time <= within.right);
  times.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return times.find((time) => roomAround(draft, component, time, SHORTEST * axis.delta, axis) !== null) ?? null;
}

/** What a window has to itself: up to the windows before and after it, or the ends of the trace. Where it overlaps one of
 *  them already it may stay as it is. */
function roomOf(draft: Draft, { id, component, left, right }: DraftWindow, axis: Axis): HandWindow {
  const others = draft.filter((window) => window.component === component && window.id !== id);
  const before = others.filter((window) => window.left < left).map((window) => window.right + axis.delta);
  const after = others.filter((window) => window.left >= left).map((window) => window.left - axis.delta);
  return {
    left: Math.min(left, Math.max(axis.start, ...before)),
    right: Math.max(right, Math.min(axis.end, ...after)),
  };
}

/** How far an edge can go: to the window beside it or the end of the trace, and not past the other edge. */
export function edgeLimits(draft: Draft, window: DraftWindow, edge: Edge, axis: Axis): [low: number, high: number] {
  const room = roomOf(draft, window, axis);
  const shortest = SHORTEST * axis.delta;
  return edge === 'left' ? [room.left, window.right - shortest] : [window.left + shortest, room.right];
}

/** Puts an edge at a time, as far as it can go. */
export function placeEdge(draft: Draft, id: number, edge: Edge, time: number, axis: Axis): Draft {
  return change(draft, id, (window) => ({
    ...window,
    [edge]: clamp(time, ...edgeLimits(draft, window, edge, axis)),
  }));
}

/** Moves a window so that it begins at a time, as far as the trace and the windows beside it allow; its length stays. */
export function placeWindow(draft: Draft, id: number, time: number, axis: Axis): Draft {
  return change(draft, id, (window) => {
    const length = window.right - window.left;
    const room = roomOf(draft, window, axis);
    const left = clamp(time, room.left, room.right - length);
    return { ...window, left, right: left + length };
  });
}

/** The first two windows of one component that overlap: the engine refuses them. Null where none do. */
export function overlapIn(draft: Draft): [before: DraftWindow, after: DraftWindow] | null {
  const last = new Map<string, DraftWindow>();
  for (const window of inOrder(draft)) {
    const before = last.get(window.component);
    const isTwice = before?.left === window.left && before.right === window.right;
    if (before && !isTwice && window.left < before.right) return [before, window];
    last.set(window.component, window);
  }
  return null;
}

/** Whether two drafts are the same to the bit. */
export function isEqual(a: Draft, b: Draft): boolean {
  const same = (one: DraftWindow, other: DraftWindow | undefined) =>
    one.id === other?.id && one.left === other.left && one.right === other.right;
  return a.length === b.length && a.every((window, i) => same(window, b[i]));
}

export function removeWindow(draft: Draft, id: number): Draft {
  return draft.filter((window) => window.id !== id);
}

/** By component, in order of time, as the engine takes them; components without windows too. */
export function byComponent(draft: Draft, components: readonly string[]): Record<string, HandWindow[]> {
  return Object.fromEntries(
    components.map((component) => [
      component,
      inOrder(draft.filter((window) => window.component === component)).map(({ left, right }) => ({ left, right })),
    ]),
  );
}

export function inOrder(draft: Draft): DraftWindow[] {
  return [...draft].sort((a, b) => a.left - b.left || a.id - b.id);
}

/** Whether two have the same windows, to less than half a sample. */
export function isSame(a: Draft, b: Draft, axis: Axis): boolean {
  return a.length === b.length && a.every((window) => b.some((other) => isSameWindow(window, other, axis)));
}

export function isSameWindow(a: PlacedWindow, b: PlacedWindow, { delta }: Axis): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < delta / 2;
  return a.component === b.component && near(a.left, b.left) && near(a.right, b.right);
}

function change(draft: Draft, id: number, act: (window: DraftWindow) => DraftWindow): Draft {
  return draft.map((window) => (window.id === id ? act(window) : window));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
