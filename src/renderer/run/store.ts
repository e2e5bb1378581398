import { create } from 'zustand';
import type { RunEvents, RunProgress } from '@/api';
import { takeOutcomes } from '../pairs/outcomes';
import { isGoing } from './shownState';

export { isGoing } from './shownState';

interface RunSettings {
  maxEvents: number;
  maxStations: number;
  fresh: boolean;
  plot: boolean;
}

interface RunState {
  /** Of the current or last run; null before the first. */
  progress: RunProgress | null;
  settings: RunSettings;
}

export const useRun = create<RunState>(() => ({
  progress: null,
  settings: { maxEvents: 1, maxStations: 1, fresh: false, plot: false },
}));

export function setRunSettings(change: Partial<RunSettings>): void {
  useRun.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
}

/** Forgets a run that has ended: what it tells is of other parameters. */
export function forgetRun(): void {
  if (!isGoing(useRun.getState().progress)) useRun.setState({ progress: null });
}

/** Takes news of the run: outcomes into the table, the rest into the strip. */
export function takeRun({ progress, outcomes }: RunEvents): void {
  takeOutcomes(outcomes);
  if (progress !== null) useRun.setState({ progress });
}
