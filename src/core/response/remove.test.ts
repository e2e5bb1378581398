import { describe, expect, it } from 'vitest';
import type { Response } from '@/core/model';
import { radicesOf } from '@/core/signal';
import { removeResponse } from '.';
import { paddedLength } from './remove';

/** A broadband velocity sensor of 2 counts per m/s. */
function broadband(): Response {
  const poles = [0.037, -0.037].map((im) => ({ re: -0.037, im }));
  const zero = { re: 0, im: 0 };
  const stage = { number: 1, inputUnits: 'M/S', outputUnits: 'COUNTS', gain: 2, gainFrequency: 1, decimation: null };
  const kind = { kind: 'polesZeros', transferFunction: 'laplaceRadians' } as const;
  const normalization = { normalizationFactor: 1, normalizationFrequency: 1 };
  return {
    sensitivity: { value: 2, frequency: 1, inputUnits: 'M/S', outputUnits: 'COUNTS' },
    stages: [{ ...stage, ...kind, ...normalization, zeros: [zero, zero], poles }],
  };
}

const DELTA = 0.1;
const wavelet = (i: number) => Math.exp(-(((i - 500) / 40) ** 2)) * Math.sin(i / 8);
const counts = () => new Float64Array(1000).map((_, i) => 100 * wavelet(i));
const largest = (x: Float64Array) => x.reduce((a, b) => Math.max(a, Math.abs(b)), 0);

describe('removal of the response', () => {
  const options = { output: 'VEL', waterLevel: 60, preFilt: null } as const;

  it('turns counts into velocity where the sensor is flat', () => {
    const velocity = removeResponse(counts(), DELTA, broadband(), options);
    const expected = new Float64Array(1000).map((_, i) => 50 * wavelet(i));
    // The sensor turns the phase of this wavelet by 2 x 0.037 / 1.25 radians.
    expect(largest(velocity.map((v, i) => v - expected[i])) / 50).toBeLessThan(0.07);
  });

  it('does not change its input, and gives the same from its memory', () => {
    const response = broadband();
    const data = counts();
    const first = removeResponse(data, DELTA, response, options);
    expect(data).toEqual(counts());
    removeResponse(data, DELTA, response, { ...options, output: 'DISP' });
    removeResponse(data, DELTA, response, { ...options, waterLevel: 20 });
    expect(removeResponse(data, DELTA, response, options)).toEqual(first);
    expect(removeResponse(data, DELTA, broadband(), options)).toEqual(first);
  });

  it('displacement is the integral of velocity, acceleration its derivative', () => {
    const response = broadband();
    const motion = (output: 'DISP' | 'VEL' | 'ACC') =>
      removeResponse(counts(), DELTA, response, { ...options, output, waterLevel: null, preFilt: [0.02, 0.05, 3, 4] });
    const [displacement, velocity, acceleration] = [motion('DISP'), motion('VEL'), motion('ACC')];
    for (let i = 100; i < 900; i += 7) {
      const slope = (x: Float64Array) => (8 * (x[i + 1] - x[i - 1]) - (x[i + 2] - x[i - 2])) / (12 * DELTA);
      expect(slope(displacement)).toBeCloseTo(velocity[i], 2);
      expect(slope(velocity)).toBeCloseTo(acceleration[i], 2);
    }
  });

  it('passes nothing outside the outer corners', () => {
    const slow = new Float64Array(4000).map((_, i) => Math.sin((2 * Math.PI * i) / 1000));
    const out = removeResponse(slow, DELTA, broadband(), { ...options, preFilt: [0.1, 0.2, 3, 4] });
    expect(largest(out.subarray(400, 3600))).toBeLessThan(1e-3);
  });

  it('takes short and empty series', () => {
    expect(removeResponse(new Float64Array(0), DELTA, broadband(), options)).toHaveLength(0);
    for (const n of [1, 2, 3, 5]) {
      const out = removeResponse(new Float64Array(n).fill(3), DELTA, broadband(), options);
      expect(largest(out), String(n)).toBe(0);
    }
  });

  it('chooses the length of its transform as the reference stack does', () => {
    const lengths = [1000, 997, 1005, 2498, 2517, 9973, 20021, 29989, 30229, 37001, 37859];
    // By ObsPy 1.5.
    const expected = [2000, 1996, 2012, 4996, 5038, 19950, 40044, 59984, 60480, 74008, 131072];
    expect(lengths.map(paddedLength)).toEqual(expected);
    expect(Math.max(...radicesOf(paddedLength(20021)))).toBeLessThan(500);
  });
});
