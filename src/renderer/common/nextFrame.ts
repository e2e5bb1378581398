/** A page that is not in sight has no frames: none is waited for longer than that. */
const LONGEST_FRAME_MS = 100;

/** Does something with the page's next frame.
 *  @returns what calls it off */
export function onNextFrame(action: () => void): () => void {
  const callOff = () => {
    window.clearTimeout(timer);
    window.cancelAnimationFrame(frame);
  };
  const act = () => {
    callOff();
    action();
  };
  const timer = window.setTimeout(act, LONGEST_FRAME_MS);
  const frame = window.requestAnimationFrame(act);
  return callOff;
}

/** The page's next frame was drawn: what follows adds nothing to it. */
export function nextFrameDrawn(): Promise<void> {
  return new Promise((done) => void onNextFrame(() => window.setTimeout(done)));
}
