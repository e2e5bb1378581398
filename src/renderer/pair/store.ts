import { create } from 'zustand';
import type { PairKey } from '@/core/model';

interface PairState {
  /** The pair that is looked at; null where the pane is closed. */
  open: PairKey | null;
}

export const usePair = create<PairState>(() => ({ open: null }));

export function openPair({ event, station }: PairKey): void {
  usePair.setState({ open: { event, station } });
}

export function closePair(): void {
  usePair.setState({ open: null });
}
