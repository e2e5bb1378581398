import { describe, expect, it } from 'vitest';
import type { PairOutcome } from '@/core/model';
import { PairRows } from './rows';
import { PairView } from './view';

function outcome(event: string, station: string, more: Partial<PairOutcome> = {}): PairOutcome {
  return {
    event,
    station,
    status: 'ok',
    misfit: 1,
    nwin: 2,
    components: {},
    distanceKm: 100,
    azimuthDeg: 0,
    backazimuthDeg: 180,
    error: null,
    warnings: [],
    seconds: 0.1,
    timings: {},
    ...more,
  };
}

function table() {
  const frames: (() => void)[] = [];
  const store = new PairRows();
  const view = new PairView(store, (action) => frames.push(action));
  const frame = () => {
    while (frames.length > 0) frames.shift()!();
  };
  const shown = () => view.order.map((place) => `${store.rows[place]!.event}/${store.rows[place]!.station}`);
  return { store, view, frame, shown, frames };
}

describe('the table of pairs', () => {
  it('shows rows in order of arrival, once per frame', () => {
    const { store, view, frame, shown, frames } = table();
    store.upsert([outcome('b', 'X')]);
    store.upsert([outcome('a', 'Y')]);
    expect(frames).toHaveLength(1);
    expect(shown()).toEqual([]);
    frame();
    expect(shown()).toEqual(['b/X', 'a/Y']);
    expect(view.counts.done).toBe(2);
  });

  it('replaces an outcome that comes again, in its place', () => {
    const { store, view, frame, shown } = table();
    store.upsert([outcome('a', 'X', { status: 'failed' }), outcome('b', 'X')]);
    frame();
    store.upsert([outcome('a', 'X')]);
    frame();
    expect(shown()).toEqual(['a/X', 'b/X']);
    expect(view.counts).toEqual({ done: 2, empty: 0, failed: 0 });
  });

  it('moves a row whose outcome changed to its new place', () => {
    const { store, view, frame, shown } = table();
    view.setSorting({ key: 'misfit', descending: false });
    store.upsert([outcome('a', 'X', { misfit: 1 }), outcome('a', 'Y', { misfit: 2 })]);
    frame();
    store.upsert([outcome('a', 'X', { misfit: 3 }), outcome('a', 'Z', { misfit: 2.5 })]);
    frame();
    expect(shown()).toEqual(['a/Y', 'a/Z', 'a/X']);
    view.setFilter({ text: '', status: 'failed' });
    store.upsert([outcome('a', 'Y', { status: 'failed', misfit: null })]);
    frame();
    expect(shown()).toEqual(['a/Y']);
    expect(view.counts).toEqual({ done: 2, empty: 0, failed: 1 });
    store.clear();
    expect([shown(), view.total]).toEqual([[], 0]);
  });

  it('merges news into the sorted order, numbers missing last', () => {
    const { store, view, frame, shown } = table();
    view.setSorting({ key: 'misfit', descending: true });
    store.upsert([outcome('a', 'X', { misfit: 1 }), outcome('a', 'Y', { misfit: null, status: 'failed' })]);
    frame();
    store.upsert([outcome('a', 'Z', { misfit: 3 }), outcome('a', 'W', { misfit: 2 })]);
    frame();
    expect(shown()).toEqual(['a/Z', 'a/W', 'a/X', 'a/Y']);
    view.setSorting({ key: 'misfit', descending: false });
    expect(shown()).toEqual(['a/X', 'a/W', 'a/Z', 'a/Y']);
    view.setSorting(null);
    expect(shown()).toEqual(['a/X', 'a/Y', 'a/Z', 'a/W']);
  });

  it('filters by words and status, also what arrives later', () => {
    const { store, view, frame, shown } = table();
    view.setFilter({ text: 'nz bfz', status: null });
    store.upsert([outcome('a', 'NZ.BFZ'), outcome('a', 'NZ.KNZ')]);
    frame();
    expect(shown()).toEqual(['a/NZ.BFZ']);
    view.setFilter({ text: '', status: 'empty' });
    store.upsert([outcome('b', 'NZ.BFZ', { nwin: 0 })]);
    frame();
    expect(shown()).toEqual(['b/NZ.BFZ']);
    expect(view.counts).toEqual({ done: 2, empty: 1, failed: 0 });
    view.setFilter({ text: '', isByHand: true, status: null });
    expect(shown()).toEqual([]);
    const hand = { verdict: 'edited', by: 'anna', at: '2026-01-02T03:04:05Z', note: '' } as const;
    store.upsert([outcome('a', 'NZ.KNZ', { hand })]);
    frame();
    expect(shown()).toEqual(['a/NZ.KNZ']);
  });

  it('keeps 100,000 rows in order while news come', () => {
    const { store, view, frame } = table();
    const numbered = (i: number) => outcome(`e${i % 100}`, `NZ.S${i}`, { misfit: (i * 7919) % 1000 });
    store.upsert(Array.from({ length: 100_000 }, (_, i) => numbered(i)));
    frame();
    view.setSorting({ key: 'misfit', descending: false });
    store.upsert(Array.from({ length: 33 }, (_, i) => numbered(100_000 + 77 * i)));
    frame();
    frame();
    const misfits = view.order.map((place) => store.rows[place]!.misfit!);
    expect(misfits).toHaveLength(100_033);
    expect(misfits.every((value, i) => i === 0 || misfits[i - 1]! <= value)).toBe(true);
  });
});
