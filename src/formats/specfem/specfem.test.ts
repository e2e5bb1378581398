import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from '@/core/model';
import { readSpecfemAscii, specfemChannel } from './specfem';

const bytes = (text: string) => new TextEncoder().encode(text);
const ORIGIN = parseTime('2018-02-18T07:43:48.127644Z');
const read = (text: string, file = 'syn/NZ.BFZ.BXZ.semd') => readSpecfemAscii(bytes(text), file, ORIGIN);

describe('specfemChannel', () => {
  it.each([
    ['NZ.BFZ.BXZ.semd', 'NZ', 'BFZ', '', 'BXZ'],
    ['/a/b.c/NZ.BFZ.BXZ.semv.ascii', 'NZ', 'BFZ', '', 'BXZ'],
    ['C:\\x\\AA.S000001.BXY.sema', 'AA', 'S000001', '', 'BXY'],
    ['NZ.BFZ.10.HHZ.semd', 'NZ', 'BFZ', '10', 'HHZ'],
    ['NZ.BFZ..HHZ.semd', 'NZ', 'BFZ', '', 'HHZ'],
    ['NZ.BFZ.--.HHZ.adj', 'NZ', 'BFZ', '', 'HHZ'],
  ])('%s', (file, network, station, location, channel) => {
    expect(specfemChannel(file)).toEqual({ network, station, location, channel });
  });

  it('is null for other names', () => {
    for (const name of ['trace.txt', 'NZ.BFZ.semd', 'NZ..BXZ.semd', 'a.b.c.d.e.semd']) {
      expect(specfemChannel(name)).toBeNull();
    }
  });
});

describe('readSpecfemAscii', () => {
  it('takes start and interval from the time column', () => {
    const trace = read('# comment\n  -20.00  0.5\r\n -19.97\t-1.5E-3  \n\n-19.94 +2d2');
    expect(trace).toMatchObject({ network: 'NZ', channel: 'BXZ', delta: 0.03, firstTime: -20 });
    expect(formatTime(trace.starttime)).toBe('2018-02-18T07:43:28.127644Z');
    expect([...trace.data]).toEqual([0.5, -0.0015, 200]);
  });

  it('rounds the interval to four decimals, and not when corrected', () => {
    const text = Array.from({ length: 100 }, (_, i) => `${(i / 3).toFixed(7)} 0\n`).join('');
    expect(read(text).delta).toBe(1 / (1 / 0.3333));
    expect(readSpecfemAscii(bytes(text), 'A.B.C.semd', ORIGIN, 'corrected').delta).toBeCloseTo(1 / 3, 9);
  });

  it.each([
    ['0 1\n1 2 3\n', 'line 2: expected two columns'],
    ['0 1\n1\n', 'line 2: expected a number, found ""'],
    ['0 1\n1 NaN\n', 'found "NaN"; the simulation probably became unstable'],
    ['0 1\n1 ****\n', 'line 2: expected a number, found "****"'],
    ['0 1\nx 2\n', 'line 2: expected a number, found "x"'],
    ['0 1\n', 'at least two lines'],
    ['1 1\n0 1\n', 'times must increase'],
    ['0 1\n1 1\n2 1\n9 1\n', 'are not evenly spaced by 1 s'],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('needs ids in the name', () => {
    expect(() => read('0 1\n1 1\n', 'trace.txt')).toThrow('the name must be NN.SSS.CCC.semd');
  });
});
