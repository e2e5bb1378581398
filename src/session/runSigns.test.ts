import { expect, it } from 'vitest';
import type { RunProgress } from '@/api';
import { RunSigns } from './runSigns';

function signs() {
  const seen: unknown[] = [];
  const signs = new RunSigns({
    progress: (progress) => seen.push(progress && [progress.mode, progress.fraction]),
    notify: (title, text) => seen.push(`${title}: ${text}`),
  });
  const at = (state: RunProgress['state'], done: number, message: string | null = null) => {
    const error = message === null ? null : { message };
    signs.take({ state, done, total: 1000, failed: 2, windows: 9, error } as RunProgress, 'hikurangi');
    return seen.splice(0);
  };
  return at;
}

it('tells the taskbar of steps that one can see, and the user of the end once', () => {
  const at = signs();
  expect(at('starting', 0)).toEqual([['normal', 0]]);
  expect(at('running', 3)).toEqual([]);
  expect(at('running', 500)).toEqual([['normal', 0.5]]);
  expect(at('paused', 500)).toEqual([['paused', 0.5]]);
  expect(at('running', 501)).toEqual([['normal', 0.501]]);
  expect(at('committing', 1000, 'a dataset could not be written')).toEqual([['error', 1]]);
  expect(at('done', 1000)).toEqual([null, 'hikurangi: The run is done: 1000 pairs done, 2 failed, 9 windows.']);
  expect(at('done', 1000)).toEqual([]);
});

it('leaves the mark of a run that has stopped, and says nothing of one that was cancelled', () => {
  const at = signs();
  at('running', 10);
  expect(at('failed', 11, 'the disk is full')).toEqual([
    ['error', 1],
    'hikurangi: The run has stopped: the disk is full.',
  ]);
  at('running', 10);
  expect(at('cancelled', 11)).toEqual([null]);
});
