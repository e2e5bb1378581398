import { create } from 'zustand';
import type { RunEvents, RunProgress } from '@/api';
import { takeOutcomes } from '../pairs/outcomes';

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

const GOING: RunProgress['state'][] = ['starting', 'running', 'paused', 'committing', 'cancelling'];

export function isGoing(progress: RunProgress | null): boolean {
  return progress !== null && GOING.includes(progress.state);
}

/** Takes news of the run: outcomes into the table, the rest into the strip. */
export function takeRun({ progress, outcomes }: RunEvents): void {
  takeOutcomes(outcomes);
  useRun.setState({ progress });
}
