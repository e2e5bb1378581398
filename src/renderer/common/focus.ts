/** Frames to wait for an element of an area that is only being shown. */
const FRAMES = 90;

/** What is wished for last: it takes the place of what was wished for before. */
let last = {};

/** A menu or a dialog gives the focus back as it goes. */
const isLent = (element: Element | null) => Boolean(element?.closest('[role=menu], [role=dialog]'));

/** Gives the focus to the first element that fits, as soon as it is there, unless something lies over the page by then that
 *  has it, or something has taken it meanwhile, as the line of a note: what is typed there would go elsewhere. */
export function focusSoon(selector: string): void {
  const wish = (last = {});
  let before: Element | null = null;
  let wasLent = false;
  let frames = 0;
  const remember = () => {
    before = document.activeElement;
    wasLent = isLent(before);
  };
  const look = () => {
    if (last !== wish || document.querySelector('[aria-modal="true"]') !== null) return;
    const { activeElement } = document;
    if (activeElement !== before && activeElement !== document.body && !wasLent) return;
    remember();
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) {
      element.scrollIntoView({ block: 'nearest' });
      element.focus();
    } else if (++frames < FRAMES) window.requestAnimationFrame(look);
  };
  // By then the page has changed as far as it does at once.
  queueMicrotask(remember);
  window.requestAnimationFrame(look);
}
