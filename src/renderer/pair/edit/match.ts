import type { DrawnWindow, PairDetail } from '@/api';
import { inOrder, type Draft } from './windows';

/** Finds the measured window of each window of a draft. */
export function matchWindows(draft: Draft, detail: PairDetail): Map<number, DrawnWindow> {
  const found = new Map<number, DrawnWindow>();
  for (const { component, windows, delta } of detail.components) {
    const left = [...windows];
    for (const window of inOrder(draft.filter((each) => each.component === component))) {
      const distance = (other: DrawnWindow) =>
        Math.abs(detail.timeOffset + other.left * delta - window.left) +
        Math.abs(detail.timeOffset + other.right * delta - window.right);
      const nearest = left.reduce<DrawnWindow | null>(
        (best, other) => (best === null || distance(other) < distance(best) ? other : best),
        null,
      );
      // Bounds are rounded to samples.
      if (nearest === null || distance(nearest) > 2.5 * delta) continue;
      found.set(window.id, nearest);
      left.splice(left.indexOf(nearest), 1);
    }
  }
  return found;
}
