import { describe, expect, it } from 'vitest';
import { parseParameters } from '@/core/config';
import { channelCode, endtime, scalarMoment, momentMagnitude, secondsBetween } from '@/core/model';
import { readEvents, readMiniSeed, readSpecfemAscii, readStations } from '@/formats';
import { generateDemo, planDemo } from './index';
import { fillNormal, randomStream } from './random';

async function make(options: { events: number; stations: number; seed?: number }) {
  const files = new Map<string, Uint8Array>();
  const summary = await generateDemo(options, (path, bytes) => {
    files.set(path, bytes);
    return Promise.resolve();
  });
  return { files, summary };
}

describe('planDemo', () => {
  it('places plausible events and stations, the same for the same seed, whatever their number', () => {
    const plan = planDemo();
    expect([plan.events.length, plan.stations.length]).toEqual([10, 20]);
    expect(new Set(plan.events.map(({ id }) => id)).size).toBe(10);
    for (const event of plan.events) {
      expect(event.depthKm).toBeGreaterThanOrEqual(5);
      expect(event.depthKm).toBeLessThanOrEqual(150);
      expect(momentMagnitude(scalarMoment(event.momentTensor!))).toBeCloseTo(event.magnitude!, 6);
    }
    const small = planDemo({ events: 2, stations: 3 });
    expect(small.events).toEqual(plan.events.slice(0, 2));
    expect(small.stations).toEqual(plan.stations.slice(0, 3));
    expect(planDemo({ seed: 2 }).events[0]).not.toEqual(plan.events[0]);
  });

  it('takes large numbers and refuses none', () => {
    const { events, stations } = planDemo({ events: 300, stations: 300 });
    expect(new Set(events.map(({ id }) => id)).size).toBe(300);
    expect(new Set(stations.map(({ code }) => code)).size).toBe(300);
    expect(() => planDemo({ events: 0 })).toThrow('the number of events is 0');
    expect(() => planDemo({ stations: 2.5 })).toThrow(RangeError);
  });
});

describe('generateDemo', () => {
  it('writes files that the formats read back, and the same bytes every time', async () => {
    const { files, summary } = await make({ events: 2, stations: 2 });
    expect(summary).toEqual({ events: 2, stations: 2, files: files.size });
    const again = (await make({ events: 2, stations: 2 })).files;
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, bytes] of files) expect(Buffer.compare(again.get(path)!, bytes)).toBe(0);

    const plan = planDemo({ events: 2, stations: 2 });
    const [event] = plan.events;
    const [station] = plan.stations;
    const read = (path: string) => files.get(path)!;
    const [back] = readEvents(read(`events/${event!.id}.xml`), 'event.xml');
    expect(back).toMatchObject({ id: event!.id, time: event!.time, depthKm: event!.depthKm });
    expect(readStations(read('stations/XD.S001.xml'), 'station.xml')[0]).toEqual(station);
    const parameters = parseParameters(new TextDecoder().decode(read('atoa.yaml')), 'atoa.yaml');
    expect([parameters.min_period, parameters.preprocess.remove_response]).toEqual([10, true]);

    const synthetic = readSpecfemAscii(
      read(`synthetics/${event!.id}/XD.S001.BXZ.semd`),
      `synthetics/${event!.id}/XD.S001.BXZ.semd`,
      event!.time,
    );
    const [observed] = readMiniSeed(read(`observed/${event!.id}/XD.S001.00.BHZ.mseed`), 'x.mseed');
    expect([channelCode(observed!), channelCode(synthetic)]).toEqual(['XD.S001.00.BHZ', 'XD.S001..BXZ']);
    expect([observed!.delta, synthetic.delta, synthetic.firstTime]).toEqual([0.05, 0.1, -20]);
    expect(secondsBetween(observed!.starttime, event!.time)).toBeGreaterThan(40);
    expect(endtime(observed!)).toBeGreaterThan(endtime(synthetic));
    expect(observed!.data.reduce((max, value) => Math.max(max, Math.abs(value)), 0)).toBeGreaterThan(100);
  });
});

describe('randomStream', () => {
  it('gives uniform and normal numbers, and other ones for other keys', () => {
    const values = new Float64Array(20_001);
    fillNormal(randomStream(1, 2, 3), values);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
    const first = (...keys: number[]) => randomStream(...keys)();
    expect(new Set([first(1), first(2), first(1, 0), first(1, 1), first(0, 1), first(1, 1, 0)]).size).toBe(6);
  });
});
