import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import type { ProjectOverview } from '@/api';
import { useApp } from '../../app/store';
import { Shelf } from './shelf';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  useApp.setState({ project: null });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterAll(() => vi.unstubAllGlobals());

function look(path: string, step = 0): void {
  useApp.setState({ project: { path, parameters: { iteration: 1, step_count: step } } as unknown as ProjectOverview });
}

it('keeps what belongs to a project and evaluation apart, for pages to come', () => {
  const moved = vi.fn();
  const shelf = new Shelf<string>('notes', moved);
  look('/a');
  shelf.put('one', 'clipped');
  look('/a', 1);
  expect(shelf.get('one')).toBeUndefined();
  look('/b');
  shelf.put('one', 'noisy');
  look('/a');
  expect(shelf.get('one')).toBe('clipped');
  expect(moved).toHaveBeenCalledTimes(4);

  const later = new Shelf<string>('notes');
  look('/b');
  expect(later.get('one')).toBe('noisy');
  later.drop('one');
  expect([...stored.keys()].filter((key) => key.includes('/b'))).toEqual([]);
});

it('gives up what was put there first, and survives what it cannot read', () => {
  const shelf = new Shelf<number>('drafts');
  look('/a');
  for (let i = 0; i < 200; i++) shelf.put(`pair ${i}`, i);
  shelf.put('pair 0', -1);
  shelf.put('another', 200);
  expect([shelf.get('pair 0'), shelf.get('pair 1'), shelf.get('pair 2')]).toEqual([-1, undefined, 2]);
  expect(shelf.get('toString')).toBeUndefined();
  for (const key of stored.keys()) stored.set(key, '{');
  look('/b');
  look('/a');
  expect(shelf.get('another')).toBeUndefined();
});
