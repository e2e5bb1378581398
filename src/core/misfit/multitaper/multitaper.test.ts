import { describe, expect, it } from 'vitest';
import { defaultParameters, type MisfitParameters } from '@/core/config';
import { rfft, shiftedAndScaled } from '@/core/signal';
import { measure } from '../measure';
import type { MisfitContext, SecondsWindow } from '../types';
import { isCredible } from './acceptance';
import { shiftSamples } from './align';
import { frequencyBand } from './band';
import { jackknife } from './errors';
import { unwrap } from './unwrap';
import { bandWeights } from './weights';
import { zoom } from './zoom';

const N = 800;
const DELTA = 0.1;
const defaults = defaultParameters().pyadjoint_parameters;
const CONTEXT: MisfitContext = { minPeriod: 4, maxPeriod: 40, conventions: 'pyatoa' };

function wavelet(at: number): Float64Array {
  return Float64Array.from({ length: N }, (_, i) => {
    const t = i * DELTA - at;
    return Math.exp(-((t / 5) ** 2)) * Math.cos((2 * Math.PI * t) / 6);
  });
}

function windowOf(
  shift: number,
  changes: Partial<MisfitParameters> = {},
  context: Partial<MisfitContext> = {},
  window: SecondsWindow = [20, 60],
) {
  const synthetic = wavelet(40);
  const observed = shiftedAndScaled(synthetic, shift, 2);
  const parameters = { ...defaults, dt_max_scale: 20, ...changes };
  return measure('multitaper', {
    observed,
    synthetic,
    delta: DELTA,
    windows: [window],
    parameters,
    context: { ...CONTEXT, ...context },
  }).windows[0];
}

describe('multitaper', () => {
  it('finds shift and amplitude of data that are the synthetic shifted and scaled', () => {
    const measured = windowOf(9);
    expect(measured.type).toBe('multitaper');
    expect(measured.tshift).toBeCloseTo(0.9, 6);
    expect(measured.dlna).toBeCloseTo(Math.log(2), 6);
    expect(measured.misfitDt).toBeCloseTo(0.5 * 0.9 ** 2, 6);
    expect(measured.misfitDlna).toBeCloseTo(0.5 * (Math.log(2) / 0.5) ** 2, 5);
  });

  it('has no errors of its own by a single taper, and weighs as without', () => {
    const single = { num_taper: 1, use_cc_error: false };
    const { type, misfitDt } = windowOf(9, { ...single, use_mt_error: true });
    expect(type).toBe('multitaper');
    expect(misfitDt).toBe(windowOf(9, single).misfitDt);
  });

  it.each([
    ['a shift of one sample', 1, {}],
    ['a window longer than the transform', 9, { lnpt: 8 }],
    ['too few cycles', 9, { min_cycle_in_window: 101 }],
    ['a band narrower than the tapers', 9, { mt_nw: 100 }],
    ['more tapers than the window can have', 9, { mt_nw: 300, num_taper: 1 }],
    ['dtau above a cycle', 9, { dt_fac: 10 }],
    ['dtau above the shift', 9, { dt_max_scale: 0.9 }],
  ])('falls back to the correlation for %s', (_, shift, changes) => {
    const measured = windowOf(shift, changes);
    expect(measured.type).toBe('cross_correlation_traveltime');
    expect(measured.misfit).toBeCloseTo(0.5 * (shift * DELTA) ** 2, 9);
  });

  it('falls back where the shifted window leaves the trace', () => {
    expect(windowOf(9, {}, {}, [20, 79.5]).type).toBe('cross_correlation_traveltime');
    expect(windowOf(-9, {}, {}, [20, 79.5]).type).toBe('multitaper');
  });

  it('compares cycles in seconds with samples, or with seconds: min_cycle_in_window', () => {
    const few = { min_cycle_in_window: 11 };
    expect(windowOf(9, few).type).toBe('multitaper');
    expect(windowOf(9, few, { conventions: 'corrected' }).type).toBe('cross_correlation_traveltime');
  });

  it('cuts a shift to whole samples, or rounds it', () => {
    const context = { conventions: 'pyatoa' } as const;
    expect(shiftSamples(0.7, { delta: 0.1, context })).toBe(6);
    expect(shiftSamples(0.7, { delta: 0.1, context: { conventions: 'corrected' } })).toBe(7);
  });
});

describe('isCredible', () => {
  // Frequencies of 0.1 and 0.2 Hz: cycles of 10 and 5 s.
  const band = { size: 100, low: 1, high: 3, df: 0.1, omega: new Float64Array(2) };
  const credible = (dtau: number[], errors: number[], changes: Partial<MisfitParameters> = {}) =>
    isCredible(Float64Array.from(dtau), Float64Array.from(errors), 1, band, {
      ...defaults,
      dt_max_scale: 9,
      ...changes,
    });

  it('takes a dtau of at most a cycle over dt_fac, at every frequency', () => {
    expect(credible([5, 2.5], [0, 0], { dt_fac: 2 })).toBe(true);
    expect(credible([5.01, 2], [0, 0], { dt_fac: 2 })).toBe(false);
    expect(credible([0, -2.51], [0, 0], { dt_fac: 2 })).toBe(false);
  });

  it('takes an error of at most a cycle over err_fac', () => {
    expect(credible([0, 0], [4, 2], { err_fac: 2.5 })).toBe(true);
    expect(credible([0, 0], [4, 2.01], { err_fac: 2.5 })).toBe(false);
  });

  it('takes a dtau of at most dt_max_scale times the shift by correlation', () => {
    expect(credible([2, -2], [0, 0], { dt_max_scale: 2 })).toBe(true);
    expect(credible([2.01, 0], [0, 0], { dt_max_scale: 2 })).toBe(false);
  });

  it('refuses what is not a number', () => {
    expect([credible([NaN, 0], [0, 0]), credible([0, 0], [0, NaN])]).toEqual([false, false]);
  });
});

describe('frequencyBand', () => {
  it('lies within the periods and where the spectrum is above its water level', () => {
    const wide = { ...CONTEXT, minPeriod: 0.5, maxPeriod: 1000 };
    const { low, high, df } = frequencyBand(wavelet(40), DELTA, { ...defaults, water_threshold: 0.02 }, wide)!;
    // exp(-(pi 5 (f - 1/6))^2) is 0.02 at 0.126 Hz to either side.
    expect(low * df).toBeCloseTo(1 / 6 - 0.126, 2);
    expect(high * df).toBeCloseTo(1 / 6 + 0.126, 2);
    const narrow = frequencyBand(wavelet(40), DELTA, defaults, { ...CONTEXT, minPeriod: 5, maxPeriod: 8 })!;
    expect([narrow.low, narrow.high]).toEqual([Math.floor(3276.8 / 8), Math.floor(3276.8 / 5)]);
  });
});

describe('zoom', () => {
  const band = { size: 4096, low: 37, high: 171, df: 1 / 409.6, omega: new Float64Array(134) };
  const x = wavelet(40);

  it('is the part of a long Fourier transform that lies in the band', () => {
    const { re, im } = zoom(band, N).forward(x);
    const whole = rfft(x, band.size);
    expect(Math.max(...re.map((value, k) => Math.abs(value - whole.re[band.low + k])))).toBeLessThan(1e-11);
    expect(Math.max(...im.map((value, k) => Math.abs(value - whole.im[band.low + k])))).toBeLessThan(1e-11);
  });

  it('goes back by its adjoint', () => {
    const window = zoom(band, N);
    const spectrum = window.forward(wavelet(35));
    const { re, im } = window.forward(x);
    const inBand = re.reduce((sum, value, k) => sum + value * spectrum.re[k] + im[k] * spectrum.im[k], 0);
    const inTime = window.real(spectrum).reduce((sum, value, i) => sum + value * x[i], 0);
    expect(inTime / inBand).toBeCloseTo(1, 12);
  });
});

it('unwraps turns, but not below the phase step', () => {
  const straight = Float64Array.from({ length: 40 }, (_, k) => 0.5 * k - 8);
  const wrapped = straight.map((x) => Math.atan2(Math.sin(x), Math.cos(x)));
  const shift = Math.round((wrapped[0] - straight[0]) / (2 * Math.PI)) * 2 * Math.PI;
  const phase = wrapped.slice();
  unwrap(phase, 1.5);
  phase.forEach((x, k) => expect(x).toBeCloseTo(straight[k] + shift, 12));
  const kept = wrapped.slice();
  unwrap(kept, 7);
  expect(kept).toEqual(wrapped);
});

describe('jackknife', () => {
  const of = (value: number) => ({ dtau: Float64Array.of(value), dlna: Float64Array.of(0) });

  it('of pseudo-values, or with the estimates in their place', () => {
    // Pseudo-values of 3 with parts 2 and 4 are 4 and 2, their mean 3.
    expect(jackknife(of(3), [of(2), of(4)], 'corrected').dtau[0]).toBeCloseTo(1, 12);
    // Of 3 with parts 2 and 2: pseudo-values 4 and 4 have no spread, but 2 and 2 lie two from them.
    expect(jackknife(of(3), [of(2), of(2)], 'corrected').dtau[0]).toBe(0);
    expect(jackknife(of(3), [of(2), of(2)], 'pyatoa').dtau[0]).toBeCloseTo(2, 12);
  });
});

describe('bandWeights', () => {
  const band = { size: 1024, low: 10, high: 51, df: 0.01, omega: new Float64Array(41) };
  const one = { dtau: new Float64Array(41).fill(1), dlna: new Float64Array(41).fill(2) };
  const small = { dtau: new Float64Array(41).fill(0.001), dlna: new Float64Array(41).fill(0.5) };
  const cc = { sigmaDt: 2, sigmaDlna: 4 };
  const sum = (x: Float64Array) => x.reduce((a, b) => a + b, 0) * band.df;
  const weigh = (changes: Partial<MisfitParameters>, conventions: MisfitContext['conventions'] = 'pyatoa') =>
    bandWeights(band, one, changes.use_mt_error ? small : null, cc, { ...defaults, ...changes }, conventions);

  it('integrate to a half over sigma^2, of the correlation, of the multitaper or of one', () => {
    expect(sum(weigh({ use_mt_error: true }).dtau)).toBeCloseTo(0.5 / 4, 12);
    expect(sum(weigh({}).dlna)).toBeCloseTo(0.5 / 16, 12);
    expect(sum(weigh({ use_cc_error: false }).dtau)).toBeCloseTo(0.5, 12);
    const own = weigh({ use_cc_error: false, use_mt_error: true });
    expect(sum(own.dtau)).toBeCloseTo(0.5 / 0.021 ** 2, 9);
    expect(sum(own.dlna)).toBeCloseTo(0.5 / 0.5 ** 2, 12);
  });

  it('taper the band by the tenth power, or by ipower_costaper', () => {
    const middle = (x: Float64Array) => x[5] / x[20];
    expect(middle(weigh({ ipower_costaper: 2 }).dtau)).toBe(middle(weigh({}).dtau));
    const gentle = middle(weigh({ ipower_costaper: 2 }, 'corrected').dtau);
    expect(gentle).toBeCloseTo(1 - Math.cos((5 * Math.PI) / 40) ** 2, 12);
  });
});
