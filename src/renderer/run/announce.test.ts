import { expect, it } from 'vitest';
import type { RunProgress } from '@/api';
import { RunAnnouncements } from './announce';

it('speaks of progress now and then, and of the end once', () => {
  const announcements = new RunAnnouncements();
  const at = (seconds: number, state: RunProgress['state'], done: number) =>
    announcements.next({ state, done, total: 4, failed: 1, windows: 9 } as RunProgress, seconds * 1000);
  expect(at(100, 'running', 1)).toBe('1 of 4 pairs done, 1 failed.');
  expect(at(101, 'running', 2)).toBeNull();
  expect(at(116, 'running', 3)).toBe('3 of 4 pairs done, 1 failed.');
  expect(at(117, 'done', 4)).toBe('Run done: 4 pairs done, 1 failed, 9 windows.');
  expect(at(118, 'done', 4)).toBeNull();
  expect(at(119, 'starting', 0)).toBe('0 of 4 pairs done, 1 failed.');
});
