import { describe, expect, it } from 'vitest';
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
