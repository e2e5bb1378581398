import { describe, expect, it } from 'vitest';
import { channelAt, type Channel, type Station } from './station';
import { parseTime } from './time';

const at = (year: number) => parseTime(`${year}-01-01`);

function epoch(code: string, start: number | null, end: number | null, dipDeg: number): Channel {
  const place = { latitude: 0, longitude: 0, elevationM: 0, depthM: 0 };
  const times = { start: start === null ? null : at(start), end: end === null ? null : at(end) };
  return { location: '10', code, ...place, azimuthDeg: 0, dipDeg, sampleRate: 100, ...times, response: null };
}

describe('the epoch of a channel', () => {
  const channels = [epoch('HHZ', 2000, 2010, 1), epoch('HHZ', 2010, null, 2), epoch('HHN', null, null, 3)];
  const station: Station = { network: 'NZ', code: 'BFZ', latitude: 0, longitude: 0, elevationM: 0, channels };
  const dipOf = (code: string, year: number, location = '10') =>
    channelAt(station, location, code, at(year))?.dipDeg ?? null;

  it('is the one that holds at a time, the later of two that share an end', () => {
    expect([1999, 2000, 2005, 2010, 2020].map((year) => dipOf('HHZ', year))).toEqual([null, 1, 1, 2, 2]);
  });

  it('without start and end holds always', () => {
    expect(dipOf('HHN', 1900)).toBe(3);
  });

  it('is of the very location and channel', () => {
    expect([dipOf('HHZ', 2005, ''), dipOf('BHZ', 2005)]).toEqual([null, null]);
  });
});
