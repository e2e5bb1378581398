import { describe, expect, it } from 'vitest';
import { geodesic } from '@/core/geodesy';
import { NO_LIMITS, type PairLimits } from '@/core/model';
import { fakeProject } from '../../../test/support/fakeProject';
import { PairCells } from './counter';
import { reaching } from './reaching';

const project = fakeProject('/p', 8, 12);
const [events, stations] = [project.events.map(({ id }) => id), project.stations.map(({ code }) => code)];

function reach(chosenEvents: string[], chosenStations: string[], limits: PairLimits = NO_LIMITS) {
  const chosen = { events: new Set(chosenEvents), stations: new Set(chosenStations), limits };
  const steps = reaching(project, new PairCells(project), chosen);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const path = (row: number, column: number) => {
  const [event, station] = [project.events[row]!, project.stations[column]!];
  return geodesic(event.latitude!, event.longitude!, station.latitude!, station.longitude!);
};

describe('how far lists are from what is chosen', () => {
  it('has distance and azimuth from one event to each station', () => {
    const { distanceKm, azimuthDeg } = path(3, 5);
    const { reaches, partners } = reach([events[3]!], stations);
    expect(reaches.stations.get(stations[5]!)!.leastKm).toBeCloseTo(distanceKm, 9);
    expect(reaches.stations.get(stations[5]!)!.azimuthDeg).toBeCloseTo(azimuthDeg, 9);
    expect(partners).toEqual({ events: 12, stations: 1 });
  });

  it('turns the azimuth of events towards the one station too', () => {
    expect(reach(events, [stations[5]!]).reaches.events.get(events[3]!)!.azimuthDeg).toBe(path(3, 5).azimuthDeg);
  });

  it('has the nearest and the farthest of several, and no azimuth', () => {
    const all = events.map((_, row) => path(row, 5).distanceKm);
    const { leastKm, greatestKm, azimuthDeg } = reach(events, stations).reaches.stations.get(stations[5]!)!;
    expect([leastKm, greatestKm]).toEqual([
      expect.closeTo(Math.min(...all), 9) as number,
      expect.closeTo(Math.max(...all), 9) as number,
    ]);
    expect(azimuthDeg).toBeNull();
  });

  it('leaves out what has no pair within the limits', () => {
    const limits = { ...NO_LIMITS, maxDistanceKm: 300 };
    const { outside } = reach([events[3]!], stations, limits);
    const far = stations.filter((_, column) => path(3, column).distanceKm > 300);
    expect(far.length).toBeGreaterThan(0);
    expect(outside.stations).toEqual(new Set(far));
    expect(outside.events.has(events[3]!)).toBe(far.length === stations.length);
    expect(reach([], stations, limits).outside.stations.size).toBe(0);
  });
});
