import type { PointerEvent as ReactPointerEvent } from 'react';
import type { SharedRange } from '../plot/sharedRange';
import { change, take, useEdit } from './store';
import type { Draft } from './windows';

/** A press that moves less than this, in pixels, moves nothing. */
const SLACK = 3;

/** Follows the pointer until it is released; Escape takes the drag back.
 *  @param from time of what is dragged, s after the origin
 *  @param place the draft with it at another time */
export function beginDrag(
  event: ReactPointerEvent<HTMLElement>,
  range: SharedRange,
  from: number,
  place: (to: number) => Draft,
): void {
  // Shift-drag moves the time axis.
  if (event.button !== 0 || event.shiftKey) return;
  const element = event.currentTarget;
  const { width } = element.closest('[data-handles]')!.getBoundingClientRect();
  const begin = event.clientX;
  let moved = false;
  element.focus();
  element.setPointerCapture(event.pointerId);

  const onMove = (move: PointerEvent) => {
    moved ||= Math.abs(move.clientX - begin) >= SLACK;
    if (moved) change({ dragged: place(from + ((move.clientX - begin) / width) * (range.max - range.min)) });
  };
  const end = () => {
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
  const onUp = () => {
    end();
    const dragged = useEdit.getState().session?.dragged;
    if (dragged) take(dragged);
  };
  const onCancel = () => {
    end();
    change({ dragged: null });
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    onCancel();
  };
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKeyDown, { capture: true });
}
