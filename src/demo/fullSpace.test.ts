import { describe, expect, it } from 'vitest';
import type { MomentTensor } from '@/core/model';
import { fullSpaceMotion, type Medium } from './fullSpace';
import { erf, evaluateSource, gaussianWidth } from './sourceTime';

const MEDIUM: Medium = { alpha: 6800, beta: 3900, density: 2900 };
const TENSOR: MomentTensor = { mrr: 2e17, mtt: -3e17, mpp: 1.5e17, mrt: 0.7e17, mrp: -1.1e17, mtp: 0.4e17 };
const HALF = 4;

type Point = [east: number, north: number, up: number];

/** Displacement in east, north, up at a point relative to the source. */
function displacement([east, north, up]: Point, time: number): Point {
  const azimuthDeg = (Math.atan2(east, north) * 180) / Math.PI;
  const path = { momentTensor: TENSOR, halfDuration: HALF, distance: Math.hypot(east, north), depth: up, azimuthDeg };
  const motion = fullSpaceMotion(path, MEDIUM, time, 1, 1, 'displacement');
  const [sin, cos] = [east, north].map((x) => x / Math.hypot(east, north)) as [number, number];
  const [r, t] = [motion.radial[0]!, motion.transverse[0]!];
  return [r * sin + t * cos, r * cos - t * sin, motion.up[0]!];
}

describe('source time function', () => {
  it('integrates and differentiates', () => {
    const width = gaussianWidth(2);
    const at = (x: number) => {
      const result = { rate: 0, rateSlope: 0, moment: 0, ramp: 0, parabola: 0 };
      evaluateSource(x, width, result);
      return result;
    };
    const h = 1e-4;
    for (const x of [-3, -0.5, 0, 0.7, 2, 30]) {
      const [before, here, after] = [at(x - h), at(x), at(x + h)];
      expect((after.parabola - before.parabola) / (2 * h)).toBeCloseTo(here.ramp, 6);
      expect((after.ramp - before.ramp) / (2 * h)).toBeCloseTo(here.moment, 6);
      expect((after.moment - before.moment) / (2 * h)).toBeCloseTo(here.rate, 6);
      expect((after.rate - before.rate) / (2 * h)).toBeCloseTo(here.rateSlope, 6);
    }
  });

  it('has the error function of the tables', () => {
    expect(erf(0.5)).toBeCloseTo(0.5204998778130465, 15);
    expect(erf(-2)).toBeCloseTo(-0.9953222650189527, 15);
    expect([erf(0), erf(7)]).toEqual([0, 1]);
  });
});

describe('fullSpaceMotion', () => {
  it('satisfies the elastic wave equation', () => {
    // rho d2u/dt2 = (lambda + 2 mu) grad div u - mu curl curl u, by centred differences between P and S.
    const at: Point = [40_000, -30_000, 25_000];
    const step = 400;
    const time = 11;
    const u = (move: Point, t = time) => displacement([at[0] + move[0], at[1] + move[1], at[2] + move[2]], t);
    const unit = (i: number, size: number): Point => [i === 0 ? size : 0, i === 1 ? size : 0, i === 2 ? size : 0];
    const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
    const second = (i: number, j: number, n: number) => {
      if (i === j) return (u(unit(i, step))[n]! - 2 * u([0, 0, 0])[n]! + u(unit(i, -step))[n]!) / step ** 2;
      const corner = (a: number, b: number) => u(plus(unit(i, a * step), unit(j, b * step)))[n]!;
      return (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * step ** 2);
    };
    const [alpha2, beta2] = [MEDIUM.alpha ** 2, MEDIUM.beta ** 2];
    const dt = 0.02;
    const accelerations = [0, 1, 2].map((n) => {
      const here = [-dt, 0, dt].map((shift) => u([0, 0, 0], time + shift)[n]!);
      return (here[0]! - 2 * here[1]! + here[2]!) / dt ** 2;
    });
    const scale = Math.max(...accelerations.map(Math.abs));
    for (const n of [0, 1, 2]) {
      const gradDiv = [0, 1, 2].reduce((sum, i) => sum + second(n, i, i), 0);
      const laplace = [0, 1, 2].reduce((sum, i) => sum + second(i, i, n), 0);
      const force = (alpha2 - beta2) * gradDiv + beta2 * laplace;
      expect(Math.abs(force - accelerations[n]!) / scale).toBeLessThan(2e-3);
    }
  });

  it('is at rest before P, and at rest again, displaced, after S', () => {
    const path = { momentTensor: TENSOR, halfDuration: 1, distance: 100_000, depth: 20_000, azimuthDeg: 30 };
    const { up } = fullSpaceMotion(path, MEDIUM, 0, 0.1, 600, 'displacement');
    expect(up.subarray(0, 105).every((value) => value === 0)).toBe(true);
    expect(up[599]).not.toBe(0);
    expect(Math.abs(up[599]! / up[500]! - 1)).toBeLessThan(1e-9);
  });

  it('gives the velocity as the derivative of the displacement', () => {
    const path = { momentTensor: TENSOR, halfDuration: 3, distance: 80_000, depth: 30_000, azimuthDeg: 200 };
    const delta = 0.005;
    const moved = fullSpaceMotion(path, MEDIUM, 5, delta, 6000, 'displacement');
    const moving = fullSpaceMotion(path, MEDIUM, 5, delta, 6000, 'velocity');
    for (const key of ['radial', 'transverse', 'up'] as const) {
      const peak = moving[key].reduce((max, value) => Math.max(max, Math.abs(value)), 0);
      for (let i = 1; i < 5999; i += 7) {
        const slope = (moved[key][i + 1]! - moved[key][i - 1]!) / (2 * delta);
        expect(Math.abs(slope - moving[key][i]!) / peak).toBeLessThan(1e-4);
      }
    }
  });
});
