import { describe, expect, it } from 'vitest';
import { NO_LIMITS, type PairLimits, type SeismicEvent, type Station } from '@/core/model';
import { expandSelection } from './selection';
import type { EventEntry, StationEntry } from './types';

const project = {
  events: new Map(
    ['2018p130600', '2018p130601', 'a1'].map((id): [string, EventEntry] => [id, { id, file: null, event: null }]),
  ),
  stations: new Map(
    ['NZ.BFZ', 'NZ.KHZ', 'AA.S000001'].map((code): [string, StationEntry] => {
      const [network, name] = code.split('.') as [string, string];
      return [code, { code, network, name, station: null, files: [], line: null, hasResponse: false }];
    }),
  ),
};
const expand = (events: string[], stations: string[]) => expandSelection(project, { events, stations });

describe('expandSelection', () => {
  it('takes everything where nothing is given, sorted', () => {
    const pairs = expand([], []);
    expect(pairs).toHaveLength(9);
    expect(pairs[0]).toEqual({
      event: '2018p130600',
      station: 'AA.S000001',
      channels: [{ location: '*', channel: '*' }],
    });
    expect(pairs.at(-1)).toMatchObject({ event: 'a1', station: 'NZ.KHZ' });
  });

  it('knows wildcards in event ids and in every part of a code', () => {
    expect(expand(['2018p13060?'], ['*.*.*.*'])).toHaveLength(6);
    expect(expand(['a1'], ['N?.?HZ.10.HH?']).map(({ station }) => station)).toEqual(['NZ.KHZ']);
    expect(expand(['*', 'a1'], ['NZ.*.*.*'])).toHaveLength(6);
  });

  it('gathers the channels of a station that is named more than once', () => {
    const [pair] = expand(['a1'], ['NZ.BFZ.10.HHZ', 'NZ.BFZ..BX*', 'NZ.BFZ.--.LHZ']);
    expect(pair!.channels).toEqual([
      { location: '10', channel: 'HHZ' },
      { location: '', channel: 'BX*' },
      { location: '', channel: 'LHZ' },
    ]);
  });

  it.each([
    [[], ['NZ.BFZ'], 'bad-station-code', '"NZ.BFZ" has 2 parts, a station code has four: NN.SSS.LL.CCC'],
    [[], ['NZ.BFZ.10.HHZ.D'], 'bad-station-code', 'has 5 parts'],
    [['2018p13060x'], [], 'unknown-event', 'no event of the project matches "2018p13060x"'],
    [[], ['NZ.BFX.*.*'], 'unknown-station', 'no station of the project matches "NZ.BFX"'],
  ])('refuses %j, %j', (events, stations, code, message) => {
    expect(() => expand(events, stations)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error,
    );
  });

  it('names the nearest that there is', () => {
    expect(() => expand(['2018p13060x'], [])).toThrow(
      expect.objectContaining({ advice: 'Did you mean 2018p130600? `atoa inspect` lists all.' }) as Error,
    );
  });

  it('refuses an empty project', () => {
    const empty = { events: project.events, stations: new Map() };
    expect(() => expandSelection(empty, { events: [], stations: [] })).toThrow('the project has no station');
  });
});

describe('limits of distance and azimuth', () => {
  const event = (id: string, latitude: number): [string, EventEntry] => [
    id,
    { id, file: null, event: { latitude, longitude: 175 } as SeismicEvent },
  ];
  const station = (code: string, latitude: number, longitude: number): [string, StationEntry] => {
    const [network, name] = code.split('.') as [string, string];
    const place = { latitude, longitude } as Station;
    return [code, { code, network, name, station: place, files: [], line: null, hasResponse: false }];
  };
  const placed = {
    events: new Map([event('a', -40), event('b', -41), ['c', { id: 'c', file: null, event: null }] as const]),
    stations: new Map([
      ...[station('NZ.NORTH', -39, 175), station('NZ.EAST', -40, 178), station('NZ.MESH', 350_000, 5_700_000)],
      ...[...project.stations].filter(([code]) => code === 'NZ.KHZ'),
    ]),
  };
  const pairs = (limits: Partial<PairLimits>, stations: string[] = []) =>
    expandSelection(placed, { events: [], stations, pairs: { ...NO_LIMITS, ...limits } }).map(
      (pair) => `${pair.event}/${pair.station}`,
    );

  it('keep the pairs between two distances', () => {
    expect(pairs({ minDistanceKm: 200, maxDistanceKm: 300 })).toEqual(['a/NZ.EAST', 'b/NZ.EAST', 'b/NZ.NORTH']);
    expect(pairs({ maxDistanceKm: 120 })).toEqual(['a/NZ.NORTH']);
  });

  it('keep the pairs of a sector, also through north', () => {
    expect(pairs({ minAzimuthDeg: 350, maxAzimuthDeg: 10 })).toEqual(['a/NZ.NORTH', 'b/NZ.NORTH']);
    expect(pairs({ minAzimuthDeg: 60, maxAzimuthDeg: 120 }, ['*.?AST.*.*'])).toEqual(['a/NZ.EAST', 'b/NZ.EAST']);
  });

  it('are none where every end is open: pairs without coordinates are kept', () => {
    expect(pairs({})).toHaveLength(12);
    expect(pairs({ minDistanceKm: 0 })).toHaveLength(4);
  });

  it('refuse to leave nothing', () => {
    expect(() => pairs({ maxDistanceKm: 1 })).toThrow('no selected pair is within the limits of distance and azimuth');
  });
});
