/** The focus was in something that is being taken away in this very change of the page. */
let homeless = false;

function isLeft(element: Element): void {
  if (!element.contains(document.activeElement)) return;
  homeless = true;
  // Whatever takes it does so at once: later it would be taken from where the user has put it.
  window.setTimeout(() => (homeless = false), 0);
}

/** Ref of what may go away with the focus in it: a pane. */
export function givesFocus(element: HTMLElement): () => void {
  return () => isLeft(element);
}

/** Ref of what the focus goes to where a pane that had it goes away, or where the element itself is made anew because
 *  a pane comes beside it. */
export function takesFocus(element: HTMLElement): () => void {
  if (homeless) element.focus();
  homeless = false;
  return () => isLeft(element);
}
