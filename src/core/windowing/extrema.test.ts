import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import type { Conventions, Trace } from '@/core/model';
import { findExtrema } from './extrema';
import { travelTimesTest } from './travelTimes';
import type { WindowContext, WindowInput } from './types';

/** Flat at first, as STA/LTA is where the synthetic is weaker than its long-term average's floor. */
const STALTA = Float64Array.of(0, 0, 3, 2, 1, 4, 2);

function input(conventions: Conventions, context: WindowContext | null = null): WindowInput {
  const id = { network: 'XX', station: 'A', location: '', channel: 'BXZ' };
  const trace: Trace = { ...id, starttime: 0n, delta: 1, data: STALTA };
  const { pyflex_parameters: parameters } = defaultParameters();
  const periods = { minPeriod: 2, maxPeriod: 10 };
  return { observed: trace, synthetic: trace, ...periods, parameters, conventions, context, winAmpRatio: 0 };
}

describe('extrema of an STA/LTA that begins flat', () => {
  it('have its first sample for a trough under the pyatoa convention, where its end falls', () => {
    expect(findExtrema(STALTA, input('pyatoa'))).toEqual({ peaks: [2, 5], troughs: [0, 4] });
  });

  it('lie inside of it under the corrected convention', () => {
    expect(findExtrema(STALTA, input('corrected'))).toEqual({ peaks: [2, 5], troughs: [4] });
  });
});

describe('extrema between event and station', () => {
  /** Peaks at odd samples, troughs at even ones, 1 s each. */
  const zigzag = Float64Array.from({ length: 201 }, (_, i) => i % 2);
  // First arrival 100 s after the origin, which is sample 80; slowest surface wave 120 s after it, sample 100.
  const context = {
    originOffset: 20,
    distanceKm: 360,
    arrivals: [
      { name: 'S', time: 140 },
      { name: 'P', time: 100 },
    ],
  };

  it('lie from 50 s before the first arrival to Tmax after the slowest surface wave', () => {
    const { peaks, troughs } = findExtrema(zigzag, input('corrected', context));
    expect([troughs[0], troughs.at(-1)]).toEqual([30, 110]);
    expect([peaks[0], peaks.at(-1)]).toEqual([31, 109]);
  });

  it('have a trough at a bound that cut others off, though it is none', () => {
    const late = { ...context, originOffset: 19 };
    const { troughs } = findExtrema(zigzag, input('corrected', late));
    expect([troughs.slice(0, 2), troughs.slice(-2)]).toEqual([
      [31, 32],
      [110, 111],
    ]);
  });

  it('have none added where the trace lies within the bounds', () => {
    const { troughs } = findExtrema(zigzag.subarray(40, 60), input('corrected', { ...context, originOffset: 60 }));
    expect(troughs).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it('leave windows that neither end before the first arrival less Tmin nor start after the slowest surface wave', () => {
    const test = travelTimesTest(input('pyatoa', context), context);
    const at = (left: number, right: number) => test({ left, right, center: left });
    expect([at(10, 77), at(10, 78), at(100, 120), at(101, 120)]).toEqual([false, true, true, false]);
  });
});
