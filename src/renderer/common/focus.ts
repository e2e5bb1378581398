/** Frames to wait for an element of an area that is only being shown. */
const FRAMES = 90;

/** Gives the focus to the first element that fits, as soon as it is there, unless something lies over the page by then that
 *  has it: what is typed there would go elsewhere. */
export function focusSoon(selector: string): void {
  let frames = 0;
  const look = () => {
    if (document.querySelector('[aria-modal="true"]') !== null) return;
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) {
      element.scrollIntoView({ block: 'nearest' });
      element.focus();
    } else if (++frames < FRAMES) window.requestAnimationFrame(look);
  };
  window.requestAnimationFrame(look);
}
