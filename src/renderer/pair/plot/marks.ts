import type { ComponentDetail, DrawnWindow } from '@/api';

/** What was measured in a window. */
export type Measured = Pick<DrawnWindow, 'cc' | 'shiftSeconds' | 'dlnA' | 'misfit'>;

/** A window as it is drawn. */
export interface WindowMark {
  /** s after the origin */
  left: number;
  right: number;
  /** Null while it is not measured yet. */
  measured: Measured | null;
  /** Bounds have moved since it was measured. */
  isStale: boolean;
  isByHand: boolean;
  isSelected: boolean;
}

/** The windows of a component as they were measured.
 *  @param offset of the first sample after the origin, s */
export function marksOf({ windows }: ComponentDetail, offset: number, isByHand: boolean): WindowMark[] {
  return windows.map((window) => ({
    left: offset + window.left * window.delta,
    right: offset + window.right * window.delta,
    measured: window,
    isStale: false,
    isByHand,
    isSelected: false,
  }));
}

/** Whether two lists of windows are drawn alike. */
export function areSameMarks(a: readonly WindowMark[], b: readonly WindowMark[]): boolean {
  return a.length === b.length && a.every((mark, i) => isSameMark(mark, b[i]!));
}

function isSameMark(a: WindowMark, b: WindowMark): boolean {
  const isSamePlace = a.left === b.left && a.right === b.right && a.measured === b.measured;
  return isSamePlace && a.isStale === b.isStale && a.isByHand === b.isByHand && a.isSelected === b.isSelected;
}
