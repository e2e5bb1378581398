import { describe, expect, it } from 'vitest';
import type { PairRow } from '../pairs/rows';
import { estimateMemory, estimateRun, pastTimes } from './estimate';

const row = (seconds: number, status: PairRow['status'] = 'done') => ({ seconds, status }) as PairRow;

describe('past times', () => {
  it('are the median of pairs that went well', () => {
    expect(pastTimes([row(3), row(0.001, 'failed'), row(1), row(2, 'empty')])).toEqual({ seconds: 2, pairs: 3 });
    expect(pastTimes([row(1), row(2)])).toEqual({ seconds: 1.5, pairs: 2 });
    expect(pastTimes([row(1, 'failed')])).toBeNull();
  });

  it('look at rows spread over all', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => row(i));
    expect(pastTimes(rows)!.pairs).toBe(20_000);
    expect(pastTimes(rows)!.seconds).toBeCloseTo(10_000, -2);
  });
});

describe('a run', () => {
  it('takes as long as its pairs on the workers that have a core', () => {
    expect(estimateRun(100, 0.5, 2, { cores: 8 })).toBe(25);
    expect(estimateRun(100, 0.5, 16, { cores: 4 })).toBe(12.5);
    expect(estimateRun(1, 0.5, 16, { cores: 4 })).toBe(0.5);
  });

  it('needs the memory of its workers and of its host', () => {
    expect(estimateMemory(100, 3, { workerMemoryBytes: 300, hostMemoryBytes: 500 })).toBe(1400);
    expect(estimateMemory(2, 8, { workerMemoryBytes: 300, hostMemoryBytes: 500 })).toBe(1100);
  });
});
