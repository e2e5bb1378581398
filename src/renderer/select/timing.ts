import { create } from 'zustand';
import type { PairTiming } from '@/api';
import type { PairKey } from '@/core/model';
import { notifyError } from '../app/notices';
import { api } from '../bridge';

interface TimingState {
  /** The pair that is being timed. */
  running: PairKey | null;
  timing: PairTiming | null;
}

/** How long one pair of the selection takes: what is known before any was run. */
export const useTiming = create<TimingState>(() => ({ running: null, timing: null }));

let turn = 0;

export function forgetTiming(): void {
  turn++;
  useTiming.setState({ running: null, timing: null });
}

/** Times a pair, once for a project. */
export async function timePair(pair: PairKey): Promise<void> {
  const { running, timing } = useTiming.getState();
  if (running !== null || timing !== null) return;
  const mine = turn;
  useTiming.setState({ running: pair });
  try {
    const result = await api.timePair(pair);
    if (mine === turn) useTiming.setState({ running: null, timing: result });
  } catch (error) {
    if (mine !== turn) return;
    // A refusal is no estimate, and asking again would not help.
    useTiming.setState({ running: null, timing: { ...pair, seconds: null } });
    notifyError(error);
  }
}
