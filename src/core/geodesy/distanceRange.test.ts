import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesic, DistanceRanges, type Place } from '.';

const place: fc.Arbitrary<Place> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('how near and how far a place is', () => {
  it('is the least and the greatest of all geodesics', () => {
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 30 }), (from, others) => {
        const all = others.map((to) => geodesic(from.latitude, from.longitude, to.latitude, to.longitude).distanceKm);
        const reach = new DistanceRanges(others).from(from)!;
        expect(reach.leastKm).toBe(Math.min(...all));
        expect(reach.greatestKm).toBe(Math.max(...all));
      }),
      { numRuns: 300 },
    );
  });

  it('is of those that have a place', () => {
    const from = { latitude: 0, longitude: 0 };
    expect(new DistanceRanges([null, { latitude: 0, longitude: 1 }]).from(from)?.leastKm).toBeCloseTo(111.3195, 3);
    expect(new DistanceRanges([null]).from(from)).toBeNull();
    expect(new DistanceRanges([from]).from(null)).toBeNull();
  });
});
