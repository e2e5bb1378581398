import { describe, expect, it } from 'vitest';
import type { MomentTensor } from '@/core/model';
import { beachball, beachballPath, type Beachball } from './beachball';
import { doubleCouple as ofPlane } from './doubleCouple';
import { nodalPlanes, principalAxes } from './planes';

const doubleCouple = (strike: number, dip: number, rake: number) => ofPlane(strike, dip, rake, 1);

/** Whether a point of the disc lies in a compressional part, by crossings with a ray to the right. */
function isCompression(ball: Beachball, x: number, y: number): boolean {
  let inside = ball.inverted;
  for (const region of ball.regions) {
    region.forEach(([x1, y1], k) => {
      const [x2, y2] = region[(k + 1) % region.length]!;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    });
  }
  return inside;
}

/** Radiated P amplitude at a point of the disc, from the definition. */
function amplitude(m: MomentTensor, x: number, y: number): number {
  const r = Math.hypot(x, y);
  const i = 2 * Math.asin(r / Math.SQRT2);
  const [up, south, east] = [-Math.cos(i), (Math.sin(i) * y) / r, (Math.sin(i) * x) / r];
  return (
    m.mrr * up * up +
    m.mtt * south * south +
    m.mpp * east * east +
    2 * (m.mrt * up * south + m.mrp * up * east + m.mtp * south * east)
  );
}

describe('doubleCouple', () => {
  // Axes by hand: T and P of a fault lie between its slip and its normal, in up, south, east.
  it.each([
    ['left-lateral slip on a vertical fault to the north', [0, 90, 0], { mtp: -1 }],
    ['a thrust of 45 degrees to the east', [0, 45, 90], { mrr: 1, mpp: -1 }],
    ['a normal fault of 45 degrees to the south', [90, 45, -90], { mrr: -1, mtt: 1 }],
    ['vertical dip slip, the east side up', [0, 90, 90], { mrp: 1 }],
  ] as const)('of %s', (_, [strike, dip, rake], expected) => {
    const none = { mrr: 0, mtt: 0, mpp: 0, mrt: 0, mrp: 0, mtp: 0 };
    const got = Object.entries(ofPlane(strike, dip, rake, 3)).map(([key, value]) => [
      key,
      Math.round(value * 1e12) / 3e12 + 0,
    ]);
    expect(Object.fromEntries(got)).toEqual({ ...none, ...expected });
  });
});

const mechanisms: [string, MomentTensor][] = [
  ['left-lateral strike slip', doubleCouple(0, 90, 0)],
  ['thrust', doubleCouple(200, 45, 90)],
  ['normal', doubleCouple(30, 60, -90)],
  ['shallow thrust', doubleCouple(120, 10, 75)],
  ['vertical dip slip', doubleCouple(75, 90, 90)],
  ['oblique', doubleCouple(310, 63, -140)],
  ['CLVD', { mrr: 2, mtt: -1, mpp: -1, mrt: 0, mrp: 0, mtp: 0 }],
  ['tilted negative CLVD', { mrr: -1.4, mtt: 0.9, mpp: 0.8, mrt: 0.4, mrp: -0.3, mtp: 0.2 }],
  ['opening crack', { mrr: 3, mtt: 1, mpp: -0.2, mrt: 0.1, mrp: 0.3, mtp: 0 }],
  ['explosion', { mrr: 1, mtt: 1, mpp: 1, mrt: 0, mrp: 0, mtp: 0 }],
  ['implosion', { mrr: -1, mtt: -2, mpp: -1, mrt: 0, mrp: 0, mtp: 0 }],
];

describe('beachball', () => {
  it.each(mechanisms)('of %s is dark exactly where P waves leave as compression', (_name, m) => {
    const ball = beachball(m);
    let wrong = 0;
    for (let x = -0.995; x < 1; x += 0.0331) {
      for (let y = -0.995; y < 1; y += 0.0331) {
        const value = amplitude(m, x, y);
        if (Math.hypot(x, y) > 0.995 || Math.abs(value) < 0.02) continue;
        if (isCompression(ball, x, y) !== value > 0) wrong++;
      }
    }
    expect(wrong).toBe(0);
  });

  it('of any double couple has two regions at most, in the disc', () => {
    const odd: number[][] = [];
    for (let strike = 0; strike < 360; strike += 17) {
      for (let dip = 1; dip <= 90; dip += 11) {
        for (let rake = -180; rake < 180; rake += 23) {
          const { regions } = beachball(doubleCouple(strike, dip, rake));
          const farthest = Math.max(...regions.flat().map(([x, y]) => Math.hypot(x, y)));
          if (regions.length > 2 || farthest > 1 + 1e-6) odd.push([strike, dip, rake]);
        }
      }
    }
    expect(odd).toEqual([]);
  });

  it('gives a path for the screen', () => {
    expect(beachballPath(mechanisms[9]![1], 10)).toBe('M-10 0A10 10 0 1 0 10 0A10 10 0 1 0 -10 0Z');
    expect(beachballPath(mechanisms[1]![1], 10)).toMatch(/^M[-\d. L]+Z$/);
  });
});

describe('nodalPlanes', () => {
  it.each([
    [0, 90, 0, 90, 90, 180],
    [200, 45, 90, 20, 45, 90],
    [30, 60, -90, 210, 30, -90],
    [310, 63, -140, 199.146, 55.0593, -33.6294],
    [120, 10, 75, 315.2207, 80.3441, 92.613],
  ])('of strike %f, dip %f, rake %f has the other plane %f, %f, %f', (...angles) => {
    const planes = nodalPlanes(doubleCouple(angles[0], angles[1], angles[2]));
    for (const [strike, dip, rake] of [angles.slice(0, 3), angles.slice(3)] as [number, number, number][]) {
      const near = planes.some((plane) => {
        const again = doubleCouple(plane.strike, plane.dip, plane.rake);
        const same = doubleCouple(strike, dip, rake);
        expect(Object.values(again)).toEqual(Object.values(same).map((x) => expect.closeTo(x, 3)));
        return Math.abs(plane.dip - dip) < 0.1 && Math.abs(Math.sin(((plane.strike - strike) * Math.PI) / 180)) < 0.01;
      });
      expect(near).toBe(true);
    }
  });

  it('comes from axes that are orthogonal, of unit length and in order', () => {
    const { values, vectors } = principalAxes(doubleCouple(310, 63, -140));
    expect(values).toEqual([expect.closeTo(-1, 12), expect.closeTo(0, 12), expect.closeTo(1, 12)]);
    for (const [i, a] of vectors.entries()) {
      for (const [j, b] of vectors.entries()) {
        expect(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });
});
