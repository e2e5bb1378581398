import { expect, it } from 'vitest';
import { rayPoints } from './ray';

it('follows the great circle, over the date line too', () => {
  const ray = rayPoints({ latitude: 0, longitude: 170 }, { latitude: 0, longitude: -170 });
  expect(ray[0]).toEqual({ latitude: 0, longitude: expect.closeTo(170) });
  expect(ray.at(-1)!.longitude).toBeCloseTo(-170);
  expect(Math.abs(ray[24]!.longitude)).toBeCloseTo(180);
  const north = rayPoints({ latitude: 50, longitude: 0 }, { latitude: 50, longitude: 90 });
  expect(north[24]!.latitude).toBeCloseTo(59.32, 1);
});

it('has no points without places', () => {
  expect(rayPoints({ latitude: null, longitude: 3 }, { latitude: 1, longitude: 2 })).toEqual([]);
});
