import { isUnsaved, useConfigure } from './store';

/** Has the browser, or the window, ask before the page goes with parameters that are not saved.
 *  @returns a function that stops */
export function guardUnsaved(): () => void {
  const guard = (event: BeforeUnloadEvent) => event.preventDefault();
  // Only while there is something to lose: a page that listens is not kept by the browser for going back to it.
  const follow = () => {
    if (isUnsaved(useConfigure.getState())) window.addEventListener('beforeunload', guard);
    else window.removeEventListener('beforeunload', guard);
  };
  const leave = useConfigure.subscribe(follow);
  return () => {
    leave();
    window.removeEventListener('beforeunload', guard);
  };
}
