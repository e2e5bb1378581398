import { describe, expect, it } from 'vitest';
import { outcomeOf, windowOf } from '../../../../test/support/resultOutcomes';
import { resultBench } from './resultBench';
import type { ResultColumns } from './columns';

function windowsOf(columns: ResultColumns): string[] {
  const { pair, component, start, length } = columns.windows;
  return Array.from({ length: columns.windowCount }, (_, row) => row)
    .filter((row) => pair[row] >= 0)
    .map((row) => `${pair[row]} ${columns.components.list[component[row]]} ${start[row]} ${length[row]}`)
    .sort();
}

describe('columns of results', () => {
  it('hold windows in s after the origin', () => {
    const { rows, columns, settle } = resultBench();
    rows.upsert([outcomeOf('a', 'NZ.X', { Z: [windowOf(20, 60)], N: [windowOf(40, 50), windowOf(60, 90)] })]);
    settle();
    expect(windowsOf(columns)).toEqual(['0 N 10 5', '0 N 20 15', '0 Z 0 20']);
    expect(columns.pairs.windows[0]).toBe(3);
  });

  it('say nothing of the start where the origin time is not known', () => {
    const { rows, columns, settle } = resultBench();
    rows.upsert([outcomeOf('b', 'NZ.X', { Z: [windowOf(20, 60)] })]);
    settle();
    expect(columns.windows.start[0]).toBeNaN();
  });

  it('replace a pair with fewer, more and no windows, and use its rows again', () => {
    const { rows, columns, settle } = resultBench();
    const three = { Z: [windowOf(0, 2), windowOf(2, 4), windowOf(4, 6)] };
    rows.upsert([outcomeOf('a', 'NZ.X', three), outcomeOf('a', 'NZ.Y', { Z: [windowOf(0, 2)] })]);
    settle();
    rows.upsert([outcomeOf('a', 'NZ.X', { Z: [windowOf(8, 10)] })]);
    settle();
    expect(windowsOf(columns)).toEqual(['0 Z -6 1', '1 Z -10 1']);
    rows.upsert([outcomeOf('a', 'NZ.Y', { Z: [windowOf(0, 2), windowOf(2, 4)] })]);
    settle();
    expect([windowsOf(columns).length, columns.windowCount]).toEqual([3, 6]);
    rows.upsert([outcomeOf('a', 'NZ.W', { Z: [windowOf(0, 2)] }), outcomeOf('a', 'NZ.X', {})]);
    settle();
    expect([windowsOf(columns).length, columns.windowCount]).toEqual([3, 6]);
  });

  it('take 100,000 pairs of ten windows in less than 80 MB', () => {
    const { rows, columns, settle } = resultBench();
    const windows = Array.from({ length: 10 }, (_, i) => windowOf(i, i + 9));
    rows.upsert(Array.from({ length: 100_000 }, (_, i) => outcomeOf(`e${i % 500}`, `NZ.S${i}`, { Z: windows })));
    settle();
    expect(columns.windowCount).toBe(1_000_000);
    expect(columns.bytes).toBeLessThan(80e6);
    expect(columns.windows.length[999_999]).toBe(4.5);
  });
});
