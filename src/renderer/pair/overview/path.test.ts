import { describe, expect, it } from 'vitest';
import type { EventSummary, StationSummary } from '@/api';
import { lackingPlace, pathBetween } from './path';

const event = { latitude: -40, longitude: 175 } as EventSummary;
const station = { latitude: -41, longitude: 175 } as StationSummary;
const nowhere = { latitude: null, longitude: null };

describe('the path of a pair', () => {
  it('goes from the event to the station', () => {
    const { distanceKm, azimuthDeg, backazimuthDeg } = pathBetween(event, station)!;
    expect([distanceKm, azimuthDeg, backazimuthDeg]).toEqual([
      expect.closeTo(111.04, 1),
      expect.closeTo(180),
      expect.closeTo(360),
    ]);
  });

  it('is not known without both places, or where metres stand for degrees', () => {
    expect(pathBetween(event, nowhere)).toBeNull();
    expect(pathBetween(undefined, station)).toBeNull();
    expect(pathBetween(event, { latitude: 150_000, longitude: 90_000 })).toBeNull();
  });

  it('tells which place is lacking', () => {
    expect(lackingPlace(event, { ...station, ...nowhere })).toBe('No map: the station has no coordinates.');
    expect(lackingPlace(undefined, { ...station, ...nowhere })).toBe(
      'No map: the event and the station have no coordinates.',
    );
  });
});
