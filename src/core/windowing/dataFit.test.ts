import { describe, expect, it } from 'vitest';
import { defaultParameters, type WindowParameters } from '@/core/config';
import { dataFitTests, type FittedWindow } from './dataFit';

function passes(name: 'tshift' | 'dlna' | 'cc', window: Partial<FittedWindow>, parameters: Partial<WindowParameters>) {
  const tests = new Map(dataFitTests({ ...defaultParameters().pyflex_parameters, ...parameters }));
  const fitted = { left: 0, right: 2, center: 1, cc: 1, shiftSamples: 0, shiftSeconds: 0, dlnA: 0, weight: 1 };
  return tests.get(name)!({ ...fitted, ...window });
}

describe('the tests of the fit', () => {
  it('accept a time shift strictly within its level of the reference', () => {
    const at = (shiftSeconds: number) =>
      passes('tshift', { shiftSeconds }, { tshift_acceptance_level: 4, tshift_reference: 1 });
    expect([-3, -2.9, 4.9, 5].map(at)).toEqual([false, true, true, false]);
  });

  it('accept dlnA strictly within its level of the reference', () => {
    const at = (dlnA: number) => passes('dlna', { dlnA }, { dlna_acceptance_level: 1, dlna_reference: -0.5 });
    expect([-1.5, -1.4, 0.4, 0.5].map(at)).toEqual([false, true, true, false]);
  });

  it('accept a correlation at its level, or above', () => {
    const at = (cc: number) => passes('cc', { cc }, { cc_acceptance_level: 0.7 });
    expect([0.69, 0.7, 1].map(at)).toEqual([false, true, true]);
  });

  it('take a limit per sample at the centre of the window', () => {
    const limits = {
      tshift_acceptance_level: [9, 1, 9],
      dlna_acceptance_level: [9, 1, 9],
      cc_acceptance_level: [0, 1, 0],
    };
    expect(passes('tshift', { shiftSeconds: 2 }, limits)).toBe(false);
    expect(passes('dlna', { dlnA: 2 }, limits)).toBe(false);
    expect(passes('cc', { cc: 0.9 }, limits)).toBe(false);
  });

  it('reject a fit that is not a number, as where a trace is silent', () => {
    expect([passes('tshift', { shiftSeconds: NaN }, {}), passes('dlna', { dlnA: -Infinity }, {})]).toEqual([
      false,
      false,
    ]);
    expect(passes('cc', { cc: NaN }, {})).toBe(false);
  });
});
