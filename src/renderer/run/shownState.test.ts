import { expect, it } from 'vitest';
import type { RunProgress } from '@/api';
import { shownState } from './shownState';

const progress = (state: RunProgress['state']): RunProgress => ({
  ...{ state, total: 9, done: 3, failed: 0, skipped: 0, windows: 5, misfit: 1, workers: 2 },
  ...{ elapsedSeconds: 4, pairsPerSecond: 2, secondsLeft: 3, active: [], error: null },
});

it('does not say that a run goes on which nobody hears of', () => {
  expect(shownState(progress('running'), true)).toBe('running');
  expect(shownState(progress('running'), false)).toBe('unknown');
  expect(shownState(progress('paused'), false)).toBe('unknown');
  expect(shownState(progress('done'), false)).toBe('done');
});
