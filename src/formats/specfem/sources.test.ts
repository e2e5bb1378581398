import { describe, expect, it } from 'vitest';
import { formatTime, type SeismicEvent } from '@/core/model';
import { writeCmtSolution } from './cmtsolution';
import { readEvents } from '../events';

const read = (text: string): SeismicEvent[] => readEvents(new TextEncoder().encode(text), 'CMTSOLUTION_X');

const HONSHU = ` PDEW2011 03 11 05 46 23.00  38.3200  142.3700  24.4 7.2 9.1 OFF EAST COAST OF HONSHU
event name:     201103110546A
time shift:     69.7000
half duration:  70.0000
latitude:       37.5200
longitude:     143.0500
depth:         20.0000
Mrr:       1.730000e+29
Mtt:      -2.810000e+28
Mpp:      -1.450000e+29
Mrt:       2.120000e+29
Mrp:       4.550000e+29
Mtp:      -6.570000d+28
`;

describe('CMTSOLUTION', () => {
  it('gives the centroid in time and space, and moments in N m', () => {
    const [event] = read(HONSHU);
    expect(formatTime(event!.time)).toBe('2011-03-11T05:47:32.700000Z');
    expect(event).toMatchObject({
      id: '201103110546A',
      latitude: 37.52,
      longitude: 143.05,
      depthKm: 20,
      halfDuration: 70,
    });
    expect(event!.momentTensor).toMatchObject({ mrr: 1.73e22, mtp: -6.57e21 });
    expect(event!.magnitude).toBeCloseTo(9.08, 2);
    expect(event!.region).toBe('OFF EAST COAST OF HONSHU');
  });

  it.each([
    'XXXX 2018 02 18 07 43 48.13  -39.9490  176.2995  20.6 0.0 0.0 NORTH ISLAND',
    ' PDE 2018  2 18  7 43 48.13 -39.9490 176.2995 20.6 4.9 4.9 NORTH ISLAND',
    '2018 02 18 07 43 48.13 -39.9490 176.2995 20.6 4.9 4.9 NORTH ISLAND',
    'SWEQ2018 02 18 07 43 48.13 -39.9490 176.2995 20.6 4.9 4.9 NORTH ISLAND\r',
  ])('reads the header %s', (header) => {
    const [event] = read(HONSHU.replace(/^.*/, header).replace('69.7', '0.0'));
    expect(formatTime(event!.time)).toBe('2018-02-18T07:43:48.130000Z');
    expect(event!.region).toBe('NORTH ISLAND');
  });

  it('reads back what it writes, to the nanosecond', () => {
    const [event] = read(HONSHU);
    const precise = { ...event!, time: event!.time + 1_234_567n };
    expect(read(writeCmtSolution(precise))).toEqual([precise]);
  });

  it('sums the sources of one event, and keeps events of other names apart', () => {
    const events = read(HONSHU + HONSHU + HONSHU.replace('201103110546A', 'B'));
    expect(events.map(({ id }) => id)).toEqual(['201103110546A', 'B']);
    expect(events[0]!.momentTensor!.mrr).toBe(2 * 1.73e22);
  });

  it.each([
    ['depth:         20.0000\n', '', /line 2: "depth" is missing/],
    ['20.0000', 'deep', /line 7: "depth" is "deep", expected a number/],
    ['03 11 05', '02 30 05', /line 1: no such day/],
  ])('names the line of an error', (from, to, message) => {
    expect(() => read(HONSHU.replace(from, to))).toThrow(message);
  });
});

describe('other sources', () => {
  it('reads FORCESOLUTION', () => {
    const text =
      'FORCE  001\ntime shift: 1.5\nf0: 2.0\nlatorUTM: 45.0\nlongorUTM: 7.0\ndepth: -30.0\nfactor force source: 1.d15\n';
    expect(read(text)[0]).toMatchObject({ id: '001', latitude: 45, longitude: 7, depthKm: 30, momentTensor: null });
    expect(formatTime(read(text)[0]!.time)).toBe('2000-01-01T00:00:00.000000Z');
  });

  it('reads the SOURCE of SPECFEM2D', () => {
    const text = '## Source 1\nsource_surf = .false. # inside\nxs = 2500. # x\nzs = 1.25d3\nsource_type = 1\n';
    expect(read(text)[0]).toMatchObject({ latitude: 2500, longitude: 1250, depthKm: 0 });
  });

  it('says so where a file is none of these', () => {
    expect(() => read('nothing of the kind')).toThrow('expected QuakeML, CMTSOLUTION, FORCESOLUTION or SOURCE');
  });
});
