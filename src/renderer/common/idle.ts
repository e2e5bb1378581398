/** Does something once the page has nothing else to do, or after some time at the latest.
 *  @returns a function that calls it off */
export function whenIdle(action: () => void, timeout: number): () => void {
  // Not every browser tells when it is idle.
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = window.setTimeout(action, timeout / 2);
    return () => window.clearTimeout(timer);
  }
  const idle = window.requestIdleCallback(action, { timeout });
  return () => window.cancelIdleCallback(idle);
}
