import { describe, expect, it } from 'vitest';
import { defaultParameters, type AdjointSourceType, type MisfitParameters } from '@/core/config';
import type { Conventions } from '@/core/model';
import { shiftedAndScaled } from '@/core/signal';
import { measureDoubleDifference } from './doubleDifference/measure';
import { measure } from './measure';
import type { DoubleDifferenceType, SecondsWindow } from './types';

const N = 801;
const DELTA = 0.1;
const WINDOW: SecondsWindow[] = [[15, 65]];
const PERIODS = { minPeriod: 4, maxPeriod: 10 };
const defaults = defaultParameters().pyadjoint_parameters;

type Misfit = (synthetic: Float64Array) => { misfit: number; adjoint: Float64Array };

function wavelet(at: number, amplitude = 1, period = 6): Float64Array {
  return Float64Array.from({ length: N }, (_, i) => {
    const t = i * DELTA - at;
    return amplitude * Math.exp(-((t / 5) ** 2)) * Math.cos((2 * Math.PI * t) / period);
  });
}

const plus = (x: Float64Array, y: Float64Array, factor = 1) => x.map((value, i) => value + factor * y[i]);
const moved = (x: Float64Array, samples: number, factor = 1) => shiftedAndScaled(x, samples, factor);

/** What the adjoint source says of a change of the synthetic, over what the misfit does. */
function ratio(misfit: Misfit, synthetic: Float64Array, change: Float64Array, h = 1e-4): number {
  const { adjoint } = misfit(synthetic);
  const said = adjoint.reduce((sum, x, i) => sum + x * change[i], 0) * DELTA;
  const done = misfit(plus(synthetic, change, h)).misfit - misfit(plus(synthetic, change, -h)).misfit;
  return said / (done / (2 * h));
}

const single =
  (type: AdjointSourceType, observed: Float64Array, changes: Partial<MisfitParameters> = {}): Misfit =>
  (synthetic) =>
    measure(type, {
      observed,
      synthetic,
      delta: DELTA,
      windows: WINDOW,
      parameters: { ...defaults, use_cc_error: false, ...changes },
      context: { ...PERIODS, conventions: 'pyatoa' },
    });

const bump = wavelet(37, 1, 5);

describe('multitaper', () => {
  const synthetic = wavelet(40);
  const changes = { dt_max_scale: 20 };

  it.each(['dt', 'am'] as const)(
    '%s: its source is the derivative where data are the synthetic shifted and scaled',
    (m) => {
      const misfit = single('multitaper', moved(synthetic, 8, 1.5), { measure_type: m, ...changes });
      expect(ratio(misfit, synthetic, bump)).toBeCloseTo(1, 2);
    },
  );

  it('is nearly so where they differ in shape, for the source has the synthetic in the place of the aligned data', () => {
    const observed = plus(moved(synthetic, 8, 1.5), wavelet(42, 0.3, 4.5));
    const value = ratio(single('multitaper', observed, changes), synthetic, bump);
    expect(Math.abs(value - 1)).toBeGreaterThan(0.005);
    expect(Math.abs(value - 1)).toBeLessThan(0.3);
  });
});

describe('exponentiated phase', () => {
  const synthetic = wavelet(40);
  const observed = wavelet(41, 1.4, 6.5);

  it('has the derivative as its source without a water level', () => {
    expect(ratio(single('exponentiated_phase', observed, { wtr_env: 0 }), synthetic, bump, 1e-6)).toBeCloseTo(1, 2);
  });

  it('has not with one, for the source takes the envelope with the water level for the modulus', () => {
    const value = ratio(single('exponentiated_phase', observed, { wtr_env: 0.2 }), synthetic, bump, 1e-6);
    expect(Math.abs(value - 1)).toBeGreaterThan(0.02);
  });
});

/** Misfits of either station's synthetic with the other's kept. */
function double(type: DoubleDifferenceType, conventions: Conventions, changes: Partial<MisfitParameters> = {}) {
  const data = { observedA: wavelet(40.4, 1.4), observedB: wavelet(36.9, 0.8) };
  const synthetics = { syntheticA: wavelet(40), syntheticB: wavelet(37.5) };
  const parameters = { ...defaults, use_cc_error: false, dt_max_scale: 20, ...changes };
  const run = (syntheticA: Float64Array, syntheticB: Float64Array) =>
    measureDoubleDifference(type, {
      ...data,
      syntheticA,
      syntheticB,
      windowsA: WINDOW,
      windowsB: [[14, 64]],
      delta: DELTA,
      parameters,
      context: { ...PERIODS, conventions },
    });
  const ofA: Misfit = (a) => {
    const { misfit, adjointA } = run(a, synthetics.syntheticB);
    return { misfit, adjoint: adjointA };
  };
  const ofB: Misfit = (b) => {
    const { misfit, adjointB } = run(synthetics.syntheticA, b);
    return { misfit, adjoint: adjointB };
  };
  return { ...synthetics, ofA, ofB };
}

/** By central differences of a trace moved by one sample, the least that a lag in whole samples can tell. */
function ratioOfShift(misfit: Misfit, synthetic: Float64Array): number {
  const [late, early] = [moved(synthetic, 1), moved(synthetic, -1)];
  const { adjoint } = misfit(synthetic);
  const said = adjoint.reduce((sum, x, i) => sum + (x * (late[i] - early[i])) / 2, 0) * DELTA;
  return said / ((misfit(late).misfit - misfit(early).misfit) / 2);
}

describe('double differences', () => {
  it('waveform_dd: sources are derivatives at both stations', () => {
    const { syntheticA, syntheticB, ofA, ofB } = double('waveform_dd', 'pyatoa');
    expect(ratio(ofA, syntheticA, bump)).toBeCloseTo(1, 4);
    expect(ratio(ofB, syntheticB, bump)).toBeCloseTo(1, 4);
  });

  it('convolution_dd: not, for the sources are the difference itself and lack the correlation with the data', () => {
    const { syntheticA, ofA } = double('convolution_dd', 'pyatoa');
    expect(Math.abs(ratio(ofA, syntheticA, bump) - 1)).toBeGreaterThan(0.1);
  });

  it('cc_traveltime_dd dt, corrected: sources are derivatives at both stations', () => {
    const { syntheticA, syntheticB, ofA, ofB } = double('cc_traveltime_dd', 'corrected');
    expect(ratioOfShift(ofA, syntheticA)).toBeCloseTo(1, 1);
    expect(ratioOfShift(ofB, syntheticB)).toBeCloseTo(1, 1);
  });

  it('cc_traveltime_dd dt, as Pyadjoint has it: for a shift only, as its norm sees to; traces are moved by another lag', () => {
    const { syntheticA, ofA } = double('cc_traveltime_dd', 'pyatoa');
    expect(ratioOfShift(ofA, syntheticA)).toBeCloseTo(1, 1);
    const derivative = double('cc_traveltime_dd', 'corrected').ofA(syntheticA).adjoint;
    const largest = (x: Float64Array) => Math.max(...x.map(Math.abs));
    expect(largest(plus(ofA(syntheticA).adjoint, derivative, -1))).toBeGreaterThan(0.1 * largest(derivative));
  });

  it('cc_traveltime_dd am: corrected, sources are derivatives; Pyadjoint has none', () => {
    const am = { measure_type: 'am' } as const;
    const { syntheticA, syntheticB, ofA, ofB } = double('cc_traveltime_dd', 'corrected', am);
    expect(ratio(ofA, syntheticA, bump)).toBeCloseTo(1, 3);
    expect(ratio(ofB, syntheticB, bump)).toBeCloseTo(1, 3);
    expect(
      double('cc_traveltime_dd', 'pyatoa', am)
        .ofA(syntheticA)
        .adjoint.every((x) => x === 0),
    ).toBe(true);
  });

  it('multitaper_dd, corrected: sources are derivatives at both stations', () => {
    const { syntheticA, syntheticB, ofA, ofB } = double('multitaper_dd', 'corrected');
    expect(ratio(ofA, syntheticA, bump)).toBeCloseTo(1, 2);
    expect(ratio(ofB, syntheticB, bump)).toBeCloseTo(1, 2);
  });

  it('multitaper_dd, as Pyadjoint has it: not, for the observed stands for the synthetic', () => {
    const { syntheticA, ofA } = double('multitaper_dd', 'pyatoa');
    expect(Math.abs(ratio(ofA, syntheticA, bump) - 1)).toBeGreaterThan(0.1);
  });
});
