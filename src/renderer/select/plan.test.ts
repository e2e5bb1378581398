import { describe, expect, it } from 'vitest';
import type { EventSummary, StationSummary } from '@/api';
import { APART, packCells } from '@/core/model';
import { countPairs, requestLists } from './plan';

const project = {
  events: ['a', 'b'].map((id) => ({ id }) as EventSummary),
  stations: ['NZ.X', 'NZ.Y', 'NZ.Z'].map((code) => ({ code }) as StationSummary),
  availability: [
    [3, 1, 15],
    [0, 2, 3],
  ].map(packCells),
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

  it('tells why others cannot run', () => {
    const row = packCells([3 + APART, 3, 7, 7 + APART]);
    const four = {
      ...project,
      stations: [...project.stations, { code: 'NZ.W' } as StationSummary],
      availability: [row],
    };
    const codes = new Set(four.stations.map(({ code }) => code));
    expect(countPairs(four, new Set(['a']), codes, true)).toMatchObject({ ready: 1, noResponse: 1, noSource: 2 });
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
