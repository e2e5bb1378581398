import { describe, expect, it } from 'vitest';
import { addSeconds, type Trace } from '@/core/model';
import { joinTraces } from './joinTraces';

const trace = (start: number, data: number[], changes: Partial<Trace> = {}): Trace => {
  const id = { network: 'NZ', station: 'BFZ', location: '', channel: 'HHZ' };
  return { ...id, starttime: addSeconds(0n, start), delta: 0.5, data: Float64Array.from(data), ...changes };
};
const samples = (traces: Trace[]) => traces.map(({ data }) => [...data]);

describe('joinTraces', () => {
  it('joins what follows within half a sample, channel by channel, whatever the order', () => {
    const other = trace(0, [9], { channel: 'HHE' });
    const { traces, breaks } = joinTraces([trace(2.2, [5, 6]), other, trace(0, [1, 2, 3, 4])], 'separate');
    expect(samples(traces)).toEqual([[1, 2, 3, 4, 5, 6], [9]]);
    expect(breaks).toEqual([]);
  });

  it('describes gaps and overlaps, and leaves them, fills them or refuses', () => {
    const gappy = [trace(0, [1, 1]), trace(2, [3, 3])];
    expect(joinTraces(gappy, 'separate')).toMatchObject({
      traces: gappy,
      breaks: [
        { kind: 'gap', samples: 2, message: 'NZ.BFZ..HHZ: gap of 2 samples (1 s) at 1970-01-01T00:00:01.000000Z' },
      ],
    });
    expect(samples(joinTraces(gappy, 'zero').traces)).toEqual([[1, 1, 0, 0, 3, 3]]);
    expect(samples(joinTraces(gappy, 'join').traces)).toEqual([[1, 1, 1 + 2 / 3, 1 + 4 / 3, 3, 3]]);
    expect(() => joinTraces(gappy, 'refuse')).toThrow('gap of 2 samples');
  });

  it('keeps the earlier samples of an overlap, and drops what is wholly inside', () => {
    const { traces, breaks } = joinTraces([trace(0, [1, 1, 1, 1]), trace(1, [2, 2, 2]), trace(1.5, [5])], 'zero');
    expect(samples(traces)).toEqual([[1, 1, 1, 1, 2]]);
    expect(breaks.map((found) => [found.kind, found.samples])).toEqual([
      ['overlap', 2],
      ['overlap', 2],
    ]);
  });

  it('never fills a gap of more than a day, nor joins other rates', () => {
    expect(joinTraces([trace(0, [1]), trace(90_000, [2])], 'zero').traces).toHaveLength(2);
    const { traces, breaks } = joinTraces([trace(0, [1]), trace(0.5, [2], { delta: 0.4 })], 'join');
    expect([traces.length, breaks.length]).toEqual([2, 0]);
  });
});
