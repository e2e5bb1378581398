import { describe, expect, it } from 'vitest';
import { fitCamera, middleMeridian, pan, projectionOf, scaleBar, zoom } from './camera';

const size = { width: 600, height: 400 };
const aotearoa = [
  { longitude: 166, latitude: -46 },
  { longitude: -178, latitude: -34 },
];

describe('middleMeridian', () => {
  it.each([
    [[170, -170], 180, 10],
    [[-10, 20], 5, 15],
    [[359, 1], 0, 1],
    [[42], 42, 0],
  ])('of %j', (longitudes, middle, half) => {
    const result = middleMeridian(longitudes);
    expect(Math.abs(result.middle)).toBeCloseTo(Math.abs(middle), 9);
    expect(result.half).toBeCloseTo(half, 9);
  });
});

describe('fitCamera', () => {
  it('shows all points of a region across the date line', () => {
    const camera = fitCamera(aotearoa, size);
    expect(camera.kind).toBe('region');
    const project = projectionOf(camera, size);
    for (const { longitude, latitude } of aotearoa) {
      const [x, y] = project([longitude, latitude])!;
      expect(x).toBeGreaterThan(30);
      expect(x).toBeLessThan(570);
      expect(y).toBeGreaterThan(30);
      expect(y).toBeLessThan(370);
    }
  });

  it('takes the globe for points all over it, at a pole, and for none', () => {
    const far = [
      { longitude: -120, latitude: 55 },
      { longitude: 140, latitude: -35 },
    ];
    expect(fitCamera(far, size).kind).toBe('globe');
    expect(fitCamera([{ longitude: 0, latitude: -89.9 }], size).kind).toBe('globe');
    expect(fitCamera([], size).kind).toBe('globe');
  });

  it('does not magnify one point without end', () => {
    expect(fitCamera([{ longitude: 10, latitude: 50 }], size).scale).toBeLessThan(20_000);
  });
});

describe('moving the map', () => {
  it.each(['region', 'globe'] as const)('carries the Earth along: %s', (kind) => {
    const camera = { ...fitCamera(aotearoa, size), kind, scale: 900 };
    const place: [number, number] = [174, -41];
    const before = projectionOf(camera, size)(place)!;
    const after = projectionOf(pan(camera, size, 30, -20), size)(place)!;
    expect(after[0] - before[0]).toBeCloseTo(30, -1);
    expect(after[1] - before[1]).toBeCloseTo(-20, -1);
  });

  it('zooms about the pointer', () => {
    const camera = fitCamera(aotearoa, size);
    const place = projectionOf(camera, size).invert!([100, 120])!;
    const after = projectionOf(zoom(camera, size, 3, 100, 120), size)(place)!;
    expect(after[0]).toBeCloseTo(100, 6);
    expect(after[1]).toBeCloseTo(120, 6);
  });
});

it('draws a round scale bar', () => {
  const { kilometres, pixels } = scaleBar(fitCamera(aotearoa, size), 120);
  expect([1, 2, 5]).toContain(Number(String(kilometres)[0]));
  expect(pixels).toBeLessThanOrEqual(120);
});
