import { useSyncExternalStore } from 'react';
import { pairView } from './table';

/** Draws again whenever the visible order of pairs changes, at most once a frame.
 *  @returns the version of the order, to memoize on */
export function usePairView(): number {
  return useSyncExternalStore(pairView.subscribe, pairView.getVersion);
}
