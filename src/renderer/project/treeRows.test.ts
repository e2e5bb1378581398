import { describe, expect, it } from 'vitest';
import type { EventSummary, StationSummary } from '@/api';
import { defaultParameters } from '@/core/config';
import { packCells } from '@/core/model';
import { treeRows } from './treeRows';

const project = {
  parameters: defaultParameters(),
  events: [
    { id: 'a', observed: 2, synthetic: 1, problems: ['No source file.'] },
    { id: 'b', observed: 0, synthetic: 0, problems: [] },
  ] as unknown as EventSummary[],
  stations: [
    { code: 'NZ.BFZ', observed: 1, synthetic: 1, problems: [] },
    { code: 'NZ.KNZ', observed: 1, synthetic: 0, problems: [] },
  ] as unknown as StationSummary[],
  availability: [
    [3, 1],
    [0, 0],
  ].map(packCells),
};
const lines = (...expanded: string[]) =>
  treeRows(project, 'events', new Set(expanded), new Map()).map(({ level, name }) => `${level} ${name}`);

describe('the tree of files', () => {
  it('counts pairs of each event, and of each station', () => {
    const [a] = treeRows(project, 'events', new Set(), new Map());
    expect(a).toMatchObject({
      name: 'a',
      observed: 2,
      synthetic: 1,
      ready: 1,
      expanded: false,
      note: 'No source file.',
    });
    const stations = treeRows(project, 'stations', new Set(), new Map());
    expect(stations.map(({ name, ready }) => [name, ready])).toEqual([
      ['NZ.BFZ', 1],
      ['NZ.KNZ', 0],
    ]);
  });

  it('shows pairs under what is expanded, and their files when they have been read', () => {
    expect(lines('events:a')).toEqual(['1 a', '2 NZ.BFZ', '2 NZ.KNZ', '1 b']);
    expect(lines('events:a', 'events:a/NZ.KNZ')).toEqual(['1 a', '2 NZ.BFZ', '2 NZ.KNZ', '3 Reading …', '1 b']);
    const files = new Map([['a/NZ.KNZ', { event: '/e', stations: [], observed: ['/o1', '/o2'], synthetic: [] }]]);
    const rows = treeRows(project, 'events', new Set(['events:a', 'events:a/NZ.KNZ']), files).slice(3, -1);
    expect(rows.map(({ note, file }) => [note, file])).toEqual([
      ['event file', '/e'],
      ['station file', null],
      ['observed', '/o1'],
      ['observed', '/o2'],
      ['synthetic', null],
    ]);
  });
});
