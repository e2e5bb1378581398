import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLimiting, isWithinAzimuth, isWithinDistance, NO_LIMITS, type PairLimits } from '@/core/model';
import { geodesic, PairSieve, type Place } from '.';

const within = (limits: PairLimits, event: Place | null, stations: (Place | null)[]) => {
  const marks = new Uint8Array(stations.length + 1);
  new PairSieve(limits, stations).mark(event, marks, 1);
  return [...marks.subarray(1)];
};
const place = (latitude: number, longitude: number): Place => ({ latitude, longitude });

describe('limits of pairs', () => {
  it('are none where every end is open', () => {
    expect(isLimiting(NO_LIMITS)).toBe(false);
    expect(isLimiting({ ...NO_LIMITS, maxAzimuthDeg: 0 })).toBe(true);
  });

  it('hold north in a sector from a larger to a smaller azimuth', () => {
    const sector = { ...NO_LIMITS, minAzimuthDeg: 330, maxAzimuthDeg: 30 };
    expect([329, 330, 0, 30, 31, 180].map((azimuth) => isWithinAzimuth(sector, azimuth))).toEqual([
      ...[false, true, true, true, false, false],
    ]);
  });
});

describe('the sieve of pairs', () => {
  it('takes both ends as within, to the millimetre', () => {
    const { distanceKm } = geodesic(-40, 175, -41, 174);
    const stations = [place(-41, 174)];
    const to = (maxDistanceKm: number) => within({ ...NO_LIMITS, maxDistanceKm }, place(-40, 175), stations);
    expect([to(distanceKm), to(distanceKm - 1e-6), to(distanceKm + 1e-6)]).toEqual([[1], [0], [1]]);
  });

  it('leaves out what has no place', () => {
    const all = { ...NO_LIMITS, minDistanceKm: 0 };
    expect(within(all, place(0, 0), [null, place(1, 1)])).toEqual([0, 1]);
    expect(within(all, null, [place(1, 1)])).toEqual([0]);
  });

  it('agrees with the geodesic, near and far, beside poles and antipodes', () => {
    const latitude = fc.double({ min: -90, max: 90, noNaN: true });
    const longitude = fc.double({ min: -180, max: 360, noNaN: true });
    const end = (most: number) => fc.option(fc.double({ min: 0, max: most, noNaN: true }));
    const limits = fc.record({
      minDistanceKm: end(20_000),
      maxDistanceKm: end(20_000),
      minAzimuthDeg: end(360),
      maxAzimuthDeg: end(360),
    });
    const offset = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: -5, max: 2 }));
    const step = offset.map(([factor, power]) => factor * 10 ** power);
    fc.assert(
      fc.property(latitude, longitude, step, step, limits, (lat, lon, up, across, wanted) => {
        const stations = [place(Math.max(-90, Math.min(90, lat + up)), lon + across), place(-lat, lon + 180 + across)];
        const expected = stations.map((station) => {
          const { distanceKm, azimuthDeg } = geodesic(lat, lon, station.latitude, station.longitude);
          return isWithinDistance(wanted, distanceKm) && isWithinAzimuth(wanted, azimuthDeg) ? 1 : 0;
        });
        expect(within(wanted, place(lat, lon), stations)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
