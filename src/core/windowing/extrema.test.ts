import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import type { Trace } from '@/core/model';
import { findExtrema } from './extrema';
import type { Conventions, WindowInput } from './types';

/** Flat at first, as STA/LTA is where the synthetic is weaker than its long-term average's floor. */
const STALTA = Float64Array.of(0, 0, 3, 2, 1, 4, 2);

function input(conventions: Conventions): WindowInput {
  const { data, ...id } = { data: STALTA, network: 'XX', station: 'A', location: '', channel: 'BXZ' };
  const trace: Trace = { ...id, starttime: 0n, delta: 1, data };
  const { pyflex_parameters: parameters } = defaultParameters();
  const periods = { minPeriod: 2, maxPeriod: 10 };
  return { observed: trace, synthetic: trace, ...periods, parameters, conventions, context: null, winAmpRatio: 0 };
}

describe('extrema of an STA/LTA that begins flat', () => {
  it('have its first sample for a trough under the pyatoa convention, where its end falls', () => {
    expect(findExtrema(STALTA, input('pyatoa'))).toEqual({ peaks: [2, 5], troughs: [0, 4] });
  });

  it('lie inside of it under the corrected convention', () => {
    expect(findExtrema(STALTA, input('corrected'))).toEqual({ peaks: [2, 5], troughs: [4] });
  });
});
