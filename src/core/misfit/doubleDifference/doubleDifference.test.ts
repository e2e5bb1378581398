import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import { measureDoubleDifference } from '../index';
import type { DoubleDifferenceType, MisfitContext, SecondsWindow } from '../types';

const N = 801;
const DELTA = 0.1;

function wavelet(at: number, amplitude = 1): Float64Array {
  return Float64Array.from({ length: N }, (_, i) => {
    const t = i * DELTA - at;
    return amplitude * Math.exp(-((t / 5) ** 2)) * Math.cos((2 * Math.PI * t) / 6);
  });
}

function run(
  type: DoubleDifferenceType,
  conventions: MisfitContext['conventions'],
  windowsB: SecondsWindow[] = [[17, 57]],
  [observedA, syntheticA, observedB, syntheticB] = [wavelet(41.5), wavelet(40), wavelet(37.2), wavelet(36.7)],
) {
  return measureDoubleDifference(type, {
    observedA,
    syntheticA,
    windowsA: [[20, 60]],
    observedB,
    syntheticB,
    windowsB,
    delta: DELTA,
    parameters: { ...defaultParameters().pyadjoint_parameters, use_cc_error: false, dt_max_scale: 20 },
    context: { minPeriod: 4, maxPeriod: 40, conventions },
  });
}

const span = (x: Float64Array) => [x.findIndex((v) => v !== 0), x.findLastIndex((v) => v !== 0)];

describe('measureDoubleDifference', () => {
  it.each(['cc_traveltime_dd', 'multitaper_dd'] as const)(
    '%s: what the synthetics are less late than the data',
    (type) => {
      const { misfit, windows } = run(type, 'corrected');
      expect(windows[0].tshift).toBeCloseTo(-1, 6);
      expect(misfit).toBeCloseTo(0.5, 6);
    },
  );

  it.each(['waveform_dd', 'convolution_dd', 'cc_traveltime_dd'] as const)(
    '%s is zero where data and synthetics differ alike between the stations',
    (type) => {
      const [a, b] = [wavelet(40), wavelet(37)];
      const { misfit, adjointA, adjointB } = run(type, 'pyatoa', [[17, 57]], [a, a, b, b]);
      expect(misfit).toBeCloseTo(0, 12);
      expect(adjointA.every((x) => Math.abs(x) < 1e-9)).toBe(true);
      expect(adjointB.every((x) => Math.abs(x) < 1e-9)).toBe(true);
    },
  );

  it('takes the amplitude ratio of the data, or its double difference', () => {
    const traces: [Float64Array, Float64Array, Float64Array, Float64Array] = [
      wavelet(41, 3),
      wavelet(40, 2),
      wavelet(37),
      wavelet(36.5),
    ];
    expect(run('cc_traveltime_dd', 'pyatoa', [[17, 57]], traces).windows[0].dlna).toBeCloseTo(Math.log(3), 3);
    expect(run('cc_traveltime_dd', 'corrected', [[17, 57]], traces).windows[0].dlna).toBeCloseTo(Math.log(2 / 3), 3);
  });

  it('multitaper_dd: the source of the second station lies in the window of the first, or in its own', () => {
    expect(span(run('multitaper_dd', 'pyatoa').adjointB)).toEqual([201, 599]);
    expect(span(run('multitaper_dd', 'corrected').adjointB)).toEqual([171, 569]);
  });

  it('multitaper_dd: a pair whose aligned window leaves the trace counts for nothing, or is measured by correlation', () => {
    const traces: [Float64Array, Float64Array, Float64Array, Float64Array] = [
      wavelet(24),
      wavelet(25),
      wavelet(53),
      wavelet(53),
    ];
    expect(run('multitaper_dd', 'pyatoa', [[17, 57]], traces)).toMatchObject({ misfit: 0, windows: [] });
    expect(run('multitaper_dd', 'corrected', [[17, 57]], traces).windows[0].tshift).toBeCloseTo(1, 6);
  });

  it('gives the second window the length of the first', () => {
    expect(span(run('waveform_dd', 'pyatoa', [[17, 50]]).adjointB)).toEqual([171, 500]);
    expect(span(run('waveform_dd', 'pyatoa', [[17, 70]]).adjointB)).toEqual([171, 569]);
  });

  it('names both numbers of windows where they differ', () => {
    expect(() => run('waveform_dd', 'pyatoa', [])).toThrow(/1 windows of one station and 0 of the other/);
  });
});
