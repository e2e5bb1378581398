import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelAt, formatTime, parseTime, type Trace } from '@/core/model';
import { readEvents, readStations } from '@/formats';
import { Gatherer, expandSelection, openProject, pairFiles } from '@/project';
import { NO_REFERENCE, REFERENCE, hasReference, referenceArrays, referenceJson } from '../support/reference';

interface Bfz {
  event: { latitude: number; longitude: number; depth_m: number; time: string; half_dur: number };
  station: { latitude: number; longitude: number; elevation: number };
  raw: Record<'obs' | 'syn', { id: string; npts: number; delta: number; starttime_ns: number }[]>;
}

const project = (name: string) => resolve(REFERENCE, 'projects', name);
const read = (...path: string[]) => new Uint8Array(readFileSync(resolve(REFERENCE, 'projects', ...path)));
const byChannel = (a: Trace, b: Trace) => (a.channel < b.channel ? -1 : 1);

describe.skipIf(!hasReference)(`metadata of the reference projects (${hasReference ? 'found' : NO_REFERENCE})`, () => {
  const expected = hasReference ? referenceJson<Bfz>('bfz') : (null as unknown as Bfz);

  it('reads the event of a QuakeML file as ObsPy does', () => {
    const [event] = readEvents(read('bfz-slist/events/2018p130600.xml'), '2018p130600.xml');
    expect(event).toMatchObject({
      id: '2018p130600',
      latitude: expected.event.latitude,
      longitude: expected.event.longitude,
      halfDuration: expected.event.half_dur,
      magnitude: 5.156706293,
      region: "Hawke's Bay",
    });
    expect(event!.depthKm * 1000).toBeCloseTo(expected.event.depth_m, 9);
    expect(formatTime(event!.time)).toBe(expected.event.time);
    expect(event!.momentTensor!.mrr).toBe(-2.47938e16);
  });

  it('reads the same event of a CMTSOLUTION', () => {
    const [event] = readEvents(read('bfz/events/CMTSOLUTION_2018p130600'), 'CMTSOLUTION_2018p130600');
    expect(event).toMatchObject({ id: '2018p130600', latitude: -39.949, longitude: 176.2995, depthKm: 20.5946 });
    expect(formatTime(event!.time)).toBe('2018-02-18T07:43:48.130000Z');
    expect(event!.momentTensor!.mrr).toBe(-2.47938e16);
  });

  it('reads the station and its response, whole or per channel', () => {
    const [whole] = readStations(read('bfz-slist/stations/NZ.BFZ.xml'), 'NZ.BFZ.xml');
    const [single] = readStations(read('bfz/stations/BFZ.NZ/RESP.NZ.BFZ.10.HHZ'), 'RESP.NZ.BFZ.10.HHZ');
    const { elevation, ...place } = expected.station;
    for (const station of [whole, single]) expect(station).toMatchObject({ ...place, elevationM: elevation });
    const time = parseTime(expected.event.time);
    const [a, b] = [channelAt(whole!, '10', 'HHZ', time), channelAt(single!, '10', 'HHZ', time)];
    expect(a!.response).toEqual(b!.response);
    expect(a!.response!.stages.map(({ kind }) => kind)).toEqual(['polesZeros', 'coefficients', 'fir']);
    expect(a!.response!.sensitivity).toMatchObject({ value: 2516582400, frequency: 1 });
  });

  it.each(['bfz', 'bfz-slist'])('opens %s with its one pair', async (name) => {
    const opened = await openProject(project(name));
    expect(opened.problems).toEqual([]);
    const pairs = expandSelection(opened, { events: [], stations: ['NZ.BFZ.*.HH?'] });
    expect(pairs.map(({ event, station }) => [event, station])).toEqual([['2018p130600', 'NZ.BFZ']]);
    const files = pairFiles(opened, '2018p130600', 'NZ.BFZ', pairs[0]!.channels);
    const gathered = await new Gatherer().gather(files, opened.parameters);
    expect(gathered.warnings).toEqual([]);
    expect(gathered.station).toMatchObject({ latitude: expected.station.latitude, elevationM: 283 });
    expect(gathered.station!.channels.filter(({ response }) => response!.stages.length === 3)).toHaveLength(3);
    const arrays = referenceArrays('bfz');
    for (const side of ['obs', 'syn'] as const) {
      const traces = gathered[side === 'obs' ? 'observed' : 'synthetic'].toSorted(byChannel);
      expect(traces.map(({ channel }) => channel.at(-1))).toEqual(['E', 'N', 'Z']);
      for (const [i, trace] of traces.entries()) {
        expect(trace.data.length).toBe(expected.raw[side][i]!.npts);
        expect(trace.delta).toBe(expected.raw[side][i]!.delta);
        // The SPECFEM files of bfz hold fewer digits than the SLIST file does.
        if (side === 'obs' || name === 'bfz-slist') {
          expect(trace.data).toEqual(arrays(`raw/${side}/${trace.channel.at(-1)}`));
          expect(Math.abs(Number(trace.starttime - BigInt(expected.raw[side][i]!.starttime_ns)))).toBeLessThan(1000);
        }
      }
    }
  });

  it('opens mpi30 with its 30 pairs, without any metadata', async () => {
    const opened = await openProject(project('mpi30'));
    const pairs = expandSelection(opened, { events: [], stations: [] });
    expect(pairs).toHaveLength(30);
    expect([...opened.events.keys()]).toEqual(['001', '002', '003']);
    expect([...opened.stations.keys()]).toEqual(Array.from({ length: 10 }, (_, i) => `AA.S00000${i}`));
    const { event, station, channels } = pairs[0]!;
    const gathered = await new Gatherer().gather(pairFiles(opened, event, station, channels), opened.parameters);
    expect(gathered).toMatchObject({ event: null, station: null, warnings: [] });
    expect(formatTime(gathered.synthetic[0]!.starttime)).toBe('1999-12-31T23:59:12.000000Z');
    expect(gathered.observed[0]).toMatchObject({ location: '', channel: 'BXY', delta: 0.06 });
  });
});
