import type { PairDetail } from '@/api';
import type { HandWindow } from '@/core/model';

/** A window that is being worked on; its id stays whatever becomes of its bounds. Bounds in s after the origin. */
export interface DraftWindow extends HandWindow {
  id: number;
  component: string;
}

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

/** Adds a window; shorter than the shortest, or past the ends of the trace, it is made to fit. */
export function addWindow(draft: Draft, window: DraftWindow, axis: Axis): Draft {
  const [low, high] = [Math.min(window.left, window.right), Math.max(window.left, window.right)];
  const left = clamp(low, axis.start, axis.end - SHORTEST * axis.delta);
  const right = clamp(high, left + SHORTEST * axis.delta, axis.end);
  return [...draft, { ...window, left, right }];
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

/** Puts an edge at a time, as far as the other edge and the trace allow. */
export function placeEdge(draft: Draft, id: number, edge: Edge, time: number, axis: Axis): Draft {
  const shortest = SHORTEST * axis.delta;
  return change(draft, id, (window) =>
    edge === 'left'
      ? { ...window, left: clamp(time, axis.start, window.right - shortest) }
      : { ...window, right: clamp(time, window.left + shortest, axis.end) },
  );
}

/** Moves a window so that it begins at a time, as far as the trace allows; its length stays. */
export function placeWindow(draft: Draft, id: number, time: number, axis: Axis): Draft {
  return change(draft, id, (window) => {
    const length = window.right - window.left;
    const left = clamp(time, axis.start, axis.end - length);
    return { ...window, left, right: left + length };
  });
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

export function isSameWindow(a: DraftWindow, b: DraftWindow, { delta }: Axis): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < delta / 2;
  return a.component === b.component && near(a.left, b.left) && near(a.right, b.right);
}

function change(draft: Draft, id: number, act: (window: DraftWindow) => DraftWindow): Draft {
  return draft.map((window) => (window.id === id ? act(window) : window));
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
