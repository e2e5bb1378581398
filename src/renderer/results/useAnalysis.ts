import { useEffect, useSyncExternalStore } from 'react';
import type { Consumer } from './analysis/analysis';
import { analysis } from './table';

/** Draws again whenever new figures are shown.
 *  @returns a number that grows with each, to memoize on */
export function useAnalysis(): number {
  return useSyncExternalStore(analysis.subscribe, analysis.getVersion);
}

/** Lets a consumer take part in the analysis for as long as somebody looks at it. */
export function useConsumer(consumer: Consumer): number {
  useEffect(() => analysis.register(consumer), [consumer]);
  return useAnalysis();
}
