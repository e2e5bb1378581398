import { describe, expect, it } from 'vitest';
import { readSlist } from './slist';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readSlist', () => {
  const header = (count: number, layout = 'SLIST') =>
    `TIMESERIES NZ_BFZ_10_HHE_, ${count} samples, 33.333333333333336 sps, 2018-02-18T07:43:28.128394, ${layout}, INTEGER, M/S\n`;

  it('reads several series of both layouts', () => {
    const pairs = '2018-02-18T07:43:28.128394  7\n2018-02-18T07:43:28.158394  8\n';
    const [a, b] = readSlist(bytes(`${header(3)}1\t2\n3\n${header(2, 'TSPAIR')}${pairs}`), 'x.ascii');
    expect(a).toMatchObject({
      network: 'NZ',
      station: 'BFZ',
      location: '10',
      channel: 'HHE',
      delta: 1 / 33.333333333333336,
    });
    expect([...a!.data, ...b!.data]).toEqual([1, 2, 3, 7, 8]);
  });

  it.each([
    [`${header(3)}1\t2\n`, '3 samples announced, but the series ends after 2'],
    [`${header(1)}1\t2\n`, 'line 2: more samples than the 1 announced'],
    [`${header(2)}1\tx\n`, 'line 2: expected a sample, found "x"'],
    [header(1e9), '1000000000 samples announced, but the file is too short'],
    [`${header(2, 'TSPAIR')}2018-02-18T07:43:28.1 1\n2018-02-18T08:43:28.1 1\n`, 'the last time is 3599.'],
    [header(2).replace('SLIST', 'WAVES'), 'line 1: "WAVES" is no known layout'],
    ['TIMESERIES NZ_BFZ, 1 samples', 'line 1: "NZ_BFZ" has no four ids'],
  ])('refuses %j', (text, message) => {
    expect(() => readSlist(bytes(text), 'x.ascii')).toThrow(message);
  });
});
