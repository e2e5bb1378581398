import { describe, expect, it } from 'vitest';
import { addPass, extendBranch, makeBranch, splitLayers } from './branch';
import { velocitySlowness } from './slowness';
import type { VelocityModel } from './velocity';

const RADIUS = 6371;
const V = 10;

/** A uniform sphere: rays are chords. */
const sphere: VelocityModel = {
  radius: RADIUS,
  moho: 35,
  cmb: 2900,
  iocb: 5150,
  layers: [
    { top: 0, bottom: 1000, vp: [V, V], vs: [6, 6] },
    { top: 1000, bottom: RADIUS, vp: [V, V], vs: [6, 6] },
  ],
};

const rayParameters = Float64Array.of(600, 500, 300, 1, 0);
const branch = makeBranch(velocitySlowness(sphere, 'P'), rayParameters);

describe('a branch of a uniform sphere', () => {
  it('has the times and distances of chords', () => {
    rayParameters.forEach((p, i) => {
      const half = Math.acos((p * V) / RADIUS);
      expect(branch.distance[i]).toBeCloseTo(half, 12);
      expect(branch.time[i]).toBeCloseTo((RADIUS * Math.sin(half)) / V, 9);
    });
  });

  it('is not entered by rays of larger slowness than its top', () => {
    const sum = { time: 0, distance: 0 };
    addPass(branch, RADIUS / V + 1, 1, sum);
    expect(sum).toEqual({ time: 0, distance: 0 });
  });

  it('keeps its times when split at a depth', () => {
    const [above, below] = splitLayers(branch, 200, RADIUS).map((layers) => makeBranch(layers, rayParameters));
    expect([above!.bottom, below!.top]).toEqual([200, 200]);
    rayParameters.forEach((_, i) => {
      expect(above!.time[i]! + below!.time[i]!).toBeCloseTo(branch.time[i]!, 9);
      expect(above!.distance[i]! + below!.distance[i]!).toBeCloseTo(branch.distance[i]!, 12);
    });
  });

  it('is extended by further rays', () => {
    const more = Float64Array.of(600, 550, 500, 300, 1, 0);
    expect(extendBranch(branch, rayParameters, more).time).toEqual(makeBranch(branch.layers, more).time);
  });
});
