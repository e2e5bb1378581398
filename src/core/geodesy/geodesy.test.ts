import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcDegrees, geodesic } from '.';

describe('geodesic', () => {
  it.each([
    // Quarter of a meridian, an arc of the equator, nearly antipodal points (Karney 2013), two ordinary pairs.
    [0, 0, 90, 0, 10001.965729312, 0, 180],
    [0, 0, 0, 1, 111.319490793, 90, 270],
    [0, 0, 0.5, 179.5, 19936.288578965, 25.67187286829, 334.32708546994],
    [10, 20, -30, 140, 13449.485310919, 119.04720321826, 263.4107639113],
    [-39.949, 176.2995, -40.6796, 176.2462, 81.252723788851, 183.17918156836, 3.21366631227],
  ])('from %f %f to %f %f', (lat1, lon1, lat2, lon2, distanceKm, azimuthDeg, backazimuthDeg) => {
    const path = geodesic(lat1, lon1, lat2, lon2);
    expect(path.distanceKm).toBeCloseTo(distanceKm, 8);
    expect(path.azimuthDeg).toBeCloseTo(azimuthDeg, 8);
    expect(path.backazimuthDeg).toBeCloseTo(backazimuthDeg, 8);
  });

  it('is the same way back', () => {
    const latitude = fc.double({ min: -89, max: 89, noNaN: true });
    const longitude = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(latitude, longitude, latitude, longitude, (lat1, lon1, lat2, lon2) => {
        const there = geodesic(lat1, lon1, lat2, lon2);
        const back = geodesic(lat2, lon2, lat1, lon1);
        expect(back.distanceKm).toBeCloseTo(there.distanceKm, 8);
        // The sphere of travel times differs from the ellipsoid by its flattening.
        expect(Math.abs(arcDegrees(lat1, lon1, lat2, lon2) * 111.19 - there.distanceKm)).toBeLessThan(
          0.007 * there.distanceKm + 1e-9,
        );
      }),
    );
  });

  it('refuses a latitude beyond the pole', () => {
    expect(() => geodesic(95, 0, 0, 0)).toThrow(/latitude 95/);
    expect(() => geodesic(0, 0, NaN, 0)).toThrow(RangeError);
  });
});

describe('arc on the sphere', () => {
  it.each([
    [0, 0, 0, 1, 1],
    [0, 0, 1, 0, 1],
    [12.3, 45.6, 12.3, 45.6, 0],
    [89.9, 10, -89.9, 10, 179.8],
    [10, 190, 10, -170.5, 0.4924038293922569],
    [-39.94897461, 176.2995148, -40.679647283, 176.246245098, 0.7318007567141065],
  ])('from %f %f to %f %f', (lat1, lon1, lat2, lon2, expected) => {
    expect(arcDegrees(lat1, lon1, lat2, lon2)).toBeCloseTo(expected, 12);
  });
});
