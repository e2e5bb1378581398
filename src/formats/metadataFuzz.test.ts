import { describe, expect, it } from 'vitest';
import { parseTime, type SeismicEvent, type Station } from '@/core/model';
import { writeCmtSolution } from './cmtsolution';
import { FormatError } from './error';
import { readEvents } from './events';
import { writeQuakeml } from './quakemlWrite';
import { readStations } from './stations';
import { writeStationsFile } from './stationsFile';
import { writeStationXml } from './stationxmlWrite';

const EVENT: SeismicEvent = {
  id: 'a1',
  time: parseTime('2018-02-18T07:43:48.127644Z'),
  latitude: -39.9,
  longitude: 176.3,
  depthKm: 20.6,
  magnitude: 5,
  momentTensor: { mrr: -2.4e16, mtt: 1.3e16, mpp: 1.1e16, mrt: 5e15, mrp: 6e15, mtp: 9e15 },
  halfDuration: 1,
  region: 'here',
};
const place = { latitude: -40.7, longitude: 176.2, elevationM: 283 };
const STATION: Station = {
  network: 'NZ',
  code: 'BFZ',
  ...place,
  channels: [
    {
      ...place,
      location: '10',
      code: 'HHZ',
      depthM: 0,
      azimuthDeg: 0,
      dipDeg: -90,
      sampleRate: 100,
      start: EVENT.time,
      end: null,
      response: {
        sensitivity: { value: 1e9, frequency: 1, inputUnits: 'm/s', outputUnits: 'count' },
        stages: [
          {
            kind: 'fir',
            number: 1,
            inputUnits: 'm/s',
            outputUnits: 'count',
            gain: 1e9,
            gainFrequency: 1,
            decimation: { inputSampleRate: 100, factor: 1, offset: 0, delay: 0, correction: 0 },
            symmetry: 'none',
            coefficients: [1, 2],
          },
        ],
      },
    },
  ],
};
const RESP = `B050F03     Station:     A
B050F16     Network:     XX
B052F03     Location:    ??
B052F04     Channel:     BHZ
B052F22     Start date:  2003,071
B052F23     End date:    No Ending Time
B053F03     Transfer function type:                A
B053F04     Stage sequence number:                 1
B053F05     Response in units lookup:              M/S - Velocity
B053F06     Response out units lookup:             V - Volts
B053F07     A0 normalization factor:               2
B053F08     Normalization frequency:               1
B053F10-13    0  1.38E+02 -1.44E+02  0.0E+00  0.0E+00
B053F15-18    0 -2.5E-02  2.5E-02  0.0E+00  0.0E+00
B058F03     Stage sequence number:                 1
B058F04     Gain:                                  2.0E+03
B058F05     Frequency of gain:                     1.0E+00 HZ
`;
const SACPZ = '* NETWORK : IU\n* STATION : ANMO\n* CHANNEL : BHZ\nZEROS 3\nPOLES 1\n -5.3 1.0\nCONSTANT 2.7e14\n';

/** Numbers in [0, n) that are the same in every run (Park & Miller 1988). */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

/** A few bytes changed, removed, doubled or cut off. */
function mutate(bytes: Uint8Array, next: (n: number) => number): Uint8Array {
  const list = [...bytes];
  for (let count = 1 + next(4); count > 0; count--) {
    const at = next(list.length || 1);
    const length = 1 + next(12);
    const kind = next(5);
    if (kind === 0) list[at] = next(256);
    else if (kind === 1) list.splice(at, length);
    else if (kind === 2) list.splice(at, 0, ...list.slice(at, at + length));
    else if (kind === 3) list.splice(at, 0, ...list.slice(0, length));
    else if (next(8) === 0) list.length = at;
  }
  return Uint8Array.from(list);
}

describe.each([
  ['QuakeML', writeQuakeml(EVENT), readEvents],
  ['CMTSOLUTION', writeCmtSolution(EVENT), readEvents],
  ['FORCESOLUTION', 'FORCE  001\nlatorUTM: 45.0\nlongorUTM: 7.0\ndepth: -30.0\n', readEvents],
  ['SOURCE', 'xs = 2500. # x\nzs = 1.25d3\n', readEvents],
  ['StationXML', writeStationXml([STATION]), readStations],
  ['STATIONS', writeStationsFile([STATION]), readStations],
  ['RESP', RESP, readStations],
  ['SAC poles and zeros', SACPZ, readStations],
] as [string, string, (bytes: Uint8Array, file: string) => unknown[]][])('damaged %s', (_, text, read) => {
  it('is read or refused with a FormatError, and nothing else', () => {
    const whole = new TextEncoder().encode(text);
    expect(read(whole, 'whole')).toHaveLength(1);
    const next = random(20180218);
    for (let i = 0; i < 1500; i++) {
      const damaged = mutate(whole, next);
      try {
        expect(Array.isArray(read(damaged, 'damaged'))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }
  });
});
