import { describe, expect, it } from 'vitest';
import { alignColumns, largest } from './series';

describe('alignColumns', () => {
  it('interleaves minimum and maximum, nearer end first', () => {
    const trace = { start: 0, step: 2, min: [0, 4, -1], max: [3, 9, 5] };
    const { x, ys } = alignColumns([trace], 10);
    expect(x).toEqual([10, 11, 12, 13, 14, 15]);
    expect(ys[0]).toEqual([0, 3, 4, 9, 5, -1]);
  });

  it('draws plain lines where nothing was decimated', () => {
    const trace = { start: 0, step: 0.5, min: [1, 2, 3], max: [1, 2, 3] };
    const { x, ys } = alignColumns([trace, null], 0);
    expect(x).toEqual([0, 0.5, 1]);
    expect(ys).toEqual([[1, 2, 3], []]);
  });

  it('puts a trace with another start on the same axis', () => {
    const lead = { start: 0, step: 1, min: [1, 1, 1], max: [1, 1, 1] };
    const late = { start: 1, step: 1, min: [5, 6], max: [5, 6] };
    expect(alignColumns([lead, late], 0).ys[1]).toEqual([null, 5, 6]);
  });

  it('gives nothing for nothing', () => {
    expect(alignColumns([null, null], 0)).toEqual({ x: [], ys: [[], []] });
  });
});

it('finds the largest amplitude', () => {
  expect(largest([{ start: 0, step: 1, min: [-4], max: [2] }, null])).toBe(4);
  expect(largest([null])).toBe(1);
});
