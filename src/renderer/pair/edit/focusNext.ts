import { focusSoon } from '../../common/focus';

/** Gives the focus to what comes into the pane by a change that may take away what has it now. Until then the pane has it
 *  itself: a key that is pressed between two frames, as the second Escape, is not lost. */
export function focusNext(selector: string): void {
  const pane = document.querySelector<HTMLElement>('[data-pair-pane]');
  if (pane?.contains(document.activeElement)) pane.focus({ preventScroll: true });
  focusSoon(selector);
}
