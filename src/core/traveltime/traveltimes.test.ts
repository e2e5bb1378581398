import { describe, expect, it } from 'vitest';
import { arrivals, PhaseNameError, TravelTimeError, type EarthModel } from './index';

const first = (model: EarthModel, depth: number, distance: number, phase: string) =>
  arrivals(model, depth, distance, [phase])[0]!;

describe('published travel times', () => {
  // The help page of IRIS's travel time service, which runs the TauP Toolkit: iasp91, surface focus, 100 km.
  // https://services.iris.edu/irisws/traveltime/docs/1/help/
  const distance = (100 / 6371) * (180 / Math.PI);
  it.each([
    ['P', 0, 17.24, 19.17],
    ['P', 1, 18.47, 17.053],
    ['P', 2, 18.54, 17.768],
    ['PcP', 0, 511.31, 0.086],
    ['ScS', 0, 935.64, 0.159],
    ['PKiKP', 0, 994.58, 0.02],
  ] as const)('of the TauP Toolkit for iasp91: %s, arrival %d', (phase, i, time, secondsPerDegree) => {
    const found = arrivals('iasp91', 0, distance, [phase])[i]!;
    expect(Math.abs(found.time - time)).toBeLessThan(0.01);
    expect(Math.abs((found.rayParameter * Math.PI) / 180 - secondsPerDegree)).toBeLessThan(0.002);
  });

  // Herrmann's test of time96 in Computer Programs in Seismology against TauP, for ak135 and a source at 10 km.
  // https://www.eas.slu.edu/eqc/eqc_cps/TIME96/
  it.each([
    [1, 19.4, 32.61],
    [2, 33.83, 58.9],
    [3, 47.58, 83.58],
    [80, 729.5, 1333.53],
    [90, 779.71, 1432.65],
  ])('for ak135 at %d degrees: P %d s, S %d s', (degrees, p, s) => {
    expect(Math.abs(first('ak135', 10, degrees, 'P').time - p)).toBeLessThan(0.01);
    expect(Math.abs(first('ak135', 10, degrees, 'S').time - s)).toBeLessThan(0.01);
  });
});

describe('arrivals', () => {
  it('are sorted by time, each phase once though given twice', () => {
    const found = arrivals('ak135', 120, 70);
    expect(found.map((a) => a.time)).toEqual(found.map((a) => a.time).sort((a, b) => a - b));
    expect(found.length).toBeGreaterThan(20);
    expect(arrivals('ak135', 120, 70, ['P', 'P'])).toHaveLength(1);
  });

  it('of P come later with distance, with a slope equal to their ray parameter', () => {
    for (let distance = 32; distance < 95; distance += 3.7) {
      const near = first('ak135', 33, distance, 'P');
      const far = first('ak135', 33, distance + 0.2, 'P');
      const slope = (far.time - near.time) / ((0.2 * Math.PI) / 180);
      expect(far.time).toBeGreaterThan(near.time);
      expect(slope).toBeGreaterThan(far.rayParameter - 1);
      expect(slope).toBeLessThan(near.rayParameter + 1);
    }
  });

  it('do not depend on the order of the legs where source and receiver are both at the surface', () => {
    for (const [a, b, distance] of [
      ['PS', 'SP', 100],
      ['PcS', 'ScP', 40],
      ['PKIKS', 'SKIKP', 130],
    ] as const) {
      const [times, reversed] = [a, b].map((name) => arrivals('prem', 0, distance, [name]).map((x) => x.time));
      expect(times!.length).toBeGreaterThan(0);
      times!.forEach((time, i) => expect(time).toBeCloseTo(reversed![i]!, 6));
    }
  });

  it('change smoothly as the source passes a discontinuity', () => {
    for (const depth of [20, 35, 210, 410, 660]) {
      const [above, at, below] = [-1e-4, 0, 1e-4].map((dz) => first('ak135', depth + dz, 55, 'P').time);
      expect(Math.abs(above! - at!)).toBeLessThan(1e-3);
      expect(Math.abs(below! - at!)).toBeLessThan(1e-3);
    }
  });

  it('of p leave upward, of P downward', () => {
    expect(first('ak135', 100, 0.5, 'p').takeoffDeg).toBeGreaterThan(90);
    expect(first('ak135', 100, 60, 'P').takeoffDeg).toBeLessThan(90);
    expect(first('ak135', 0, 0, 'PcP').incidentDeg).toBe(0);
  });

  it('of Pn start where it leaves the Moho, and need a source above it', () => {
    expect(arrivals('ak135', 10, 0.5, ['Pn'])).toHaveLength(0);
    expect(arrivals('ak135', 10, 5, ['Pn'])[0]!.rayParameter).toBeCloseTo((6371 - 35) / 8.04, 9);
    expect(arrivals('ak135', 40, 5, ['Pn'])).toHaveLength(0);
  });

  it('of converted and reflected phases come out in their order', () => {
    const time = (phase: string) => first('ak135', 10, 60, phase).time;
    expect(time('P410s')).toBeGreaterThan(time('P'));
    expect(time('Pms')).toBeLessThan(time('P410s'));
    expect(time('P^410P')).toBeLessThan(time('PP'));
    // Straight down to the Moho and up again, through the two layers of the crust.
    expect(first('ak135', 10, 0, 'PvmP').time).toBeCloseTo(30 / 5.8 + 30 / 6.5, 9);
  });

  it('refuses what has no travel time', () => {
    expect(() => arrivals('ak135', -1, 30)).toThrow(TravelTimeError);
    expect(() => arrivals('ak135', Number.NaN, 30)).toThrow(TravelTimeError);
    expect(() => arrivals('ak135', 10, 181)).toThrow(TravelTimeError);
    expect(() => arrivals('ak135', 10, 30, ['PQP'])).toThrow(PhaseNameError);
  });
});
