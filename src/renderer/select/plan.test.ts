import { describe, expect, it } from 'vitest';
import type { EventSummary, StationSummary } from '@/api';
import { countPairs, requestLists } from './plan';

const project = {
  events: ['a', 'b'].map((id) => ({ id }) as EventSummary),
  stations: ['NZ.X', 'NZ.Y', 'NZ.Z'].map((code) => ({ code }) as StationSummary),
  availability: [
    [3, 1, 15],
    [0, 2, 3],
  ],
};
const all = new Set(['NZ.X', 'NZ.Y', 'NZ.Z']);

describe('countPairs', () => {
  it('reads the availability matrix', () => {
    expect(countPairs(project, new Set(['a', 'b']), all)).toMatchObject({
      selected: 6,
      ready: 3,
      noObserved: 2,
      noSynthetic: 2,
    });
  });

  it('counts the selection only', () => {
    expect(countPairs(project, new Set(['b']), new Set(['NZ.Z'])).ready).toBe(1);
    expect(countPairs(project, new Set(), all).selected).toBe(0);
  });
});

describe('requestLists', () => {
  it('leaves a list empty where all are selected', () => {
    expect(requestLists(project, new Set(['a', 'b']), all)).toEqual({ events: [], stations: [] });
  });

  it('writes codes with four parts, in the order of the project', () => {
    expect(requestLists(project, new Set(['b']), new Set(['NZ.Z', 'NZ.X']))).toEqual({
      events: ['b'],
      stations: ['NZ.X.*.*', 'NZ.Z.*.*'],
    });
  });
});
