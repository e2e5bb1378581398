import { create } from 'zustand';
import { useApp } from '../../app/store';

/** Place of the period band that pairs are looked at in; kept while pairs are stepped through. */
export const useBand = create<{ band: number }>(() => ({ band: 0 }));

export function chooseBand(band: number): void {
  useBand.setState({ band });
}

useApp.subscribe((state, last) => {
  if (state.project?.path !== last.project?.path) chooseBand(0);
});
