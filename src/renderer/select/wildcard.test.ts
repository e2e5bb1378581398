import { describe, expect, it } from 'vitest';
import { eventFilter, stationFilter } from './wildcard';

const station = (code: string) => {
  const [network, name] = code.split('.') as [string, string];
  return { network, name };
};
const stations = ['NZ.BFZ', 'NZ.BKZ', 'NZ.KNZ', 'IU.SNZO', 'N.BFZ'];
const kept = (filter: string) => stations.filter((code) => stationFilter(filter)(station(code)));

describe('the station filter', () => {
  it.each([
    ['', stations],
    ['bfz', ['NZ.BFZ', 'N.BFZ']],
    ['NZ.B', ['NZ.BFZ', 'NZ.BKZ']],
    ['NZ.B*', ['NZ.BFZ', 'NZ.BKZ']],
    ['NZ.B?Z', ['NZ.BFZ', 'NZ.BKZ']],
    ['N?.*', ['NZ.BFZ', 'NZ.BKZ', 'NZ.KNZ']],
    ['*.BFZ.*.HH?', ['NZ.BFZ', 'N.BFZ']],
    ['NZ.BFZ..HHZ', ['NZ.BFZ']],
    ['*NZ*', ['NZ.BFZ', 'NZ.BKZ', 'NZ.KNZ', 'IU.SNZO']],
    ['IU.*, *.KNZ', ['NZ.KNZ', 'IU.SNZO']],
    ['NZ.', ['NZ.BFZ', 'NZ.BKZ', 'NZ.KNZ']],
  ])('%j', (filter, expected) => expect(kept(filter)).toEqual(expected));

  it('takes other signs literally', () => {
    expect(kept('NZ.(B+')).toEqual([]);
    expect(kept('[A-Z]*')).toEqual([]);
  });
});

describe('the event filter', () => {
  const event = { id: '2018p130600', region: 'Hawke Bay' };
  it.each([
    ['2018p*', true],
    ['2018p', true],
    ['*600', true],
    ['2019*', false],
    ['2018p13060?', true],
    ['hawke*', true],
    ['2019* 2018*', true],
  ])('%j', (filter, expected) => expect(eventFilter(filter)(event)).toBe(expected));
});
