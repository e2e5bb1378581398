import type { RunProgress } from '@/api';

const GOING: RunProgress['state'][] = ['starting', 'running', 'paused', 'committing', 'cancelling'];

/** Whether a run has begun and not ended. */
export function isGoing(progress: RunProgress | null): boolean {
  return progress !== null && GOING.includes(progress.state);
}

/** A run that goes on is only known of as long as the engine is heard. */
export type ShownState = RunProgress['state'] | 'unknown';

export function shownState(progress: RunProgress, connected: boolean): ShownState {
  return isGoing(progress) && !connected ? 'unknown' : progress.state;
}
