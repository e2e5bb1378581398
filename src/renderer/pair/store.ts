import { create } from 'zustand';
import type { PairKey } from '@/core/model';

export type PairTab = 'waveforms' | 'windows' | 'log';

interface PairState {
  /** The pair that is looked at; null where the pane is closed. */
  open: PairKey | null;
  /** What of it is shown; the same for the next pair. */
  tab: PairTab;
}

export const usePair = create<PairState>(() => ({ open: null, tab: 'waveforms' }));

export function openPair({ event, station }: PairKey, tab = usePair.getState().tab): void {
  usePair.setState({ open: { event, station }, tab });
}

export function closePair(): void {
  usePair.setState({ open: null });
}
