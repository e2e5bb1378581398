/** Does something in a task of its own, soon: what is done with a frame adds to what the browser has to do for that frame.
 *  Not by a timer where it can be helped: one that follows another waits 4 ms.
 *  @param milliseconds to wait first
 *  @returns what calls it off */
export function inOwnTask(action: () => void, milliseconds = 0): () => void {
  if (milliseconds > 0 || !('scheduler' in window)) {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  }
  let isOff = false;
  void window.scheduler.postTask(() => {
    if (!isOff) action();
  });
  return () => {
    isOff = true;
  };
}
