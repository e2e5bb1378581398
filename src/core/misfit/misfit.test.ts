import { describe, expect, it } from 'vitest';
import { defaultParameters, type AdjointSourceType, type MisfitParameters } from '@/core/config';
import { shiftedAndScaled, simpson } from '@/core/signal';
import { measure } from './measure';
import { measureWindows, windowSamples } from './windowed';
import { waveformStatistics } from './statistics';
import type { SecondsWindow } from './types';

const N = 800;
const DELTA = 0.1;
const CONTEXT = { minPeriod: 4, maxPeriod: 40, conventions: 'pyatoa' } as const;
const WHOLE: SecondsWindow[] = [[0, (N - 1) * DELTA]];

function wavelet(at: number, amplitude = 1): Float64Array {
  return Float64Array.from({ length: N }, (_, i) => {
    const t = i * DELTA - at;
    return amplitude * Math.exp(-((t / 5) ** 2)) * Math.cos((2 * Math.PI * t) / 6);
  });
}

function run(
  type: AdjointSourceType,
  observed: Float64Array,
  synthetic: Float64Array,
  windows = WHOLE,
  changes: Partial<MisfitParameters> = {},
) {
  const parameters = { ...defaultParameters().pyadjoint_parameters, use_cc_error: false, ...changes };
  return measure(type, { observed, synthetic, delta: DELTA, windows, parameters, context: CONTEXT });
}

/** The derivative of a misfit in the direction of a perturbation of the synthetic, as the adjoint source has it. */
const along = (adjoint: Float64Array, perturbation: Float64Array) =>
  simpson(
    adjoint.map((x, i) => x * perturbation[i]),
    DELTA,
  );

describe('gradients: the adjoint source is the derivative of the misfit', () => {
  const observed = wavelet(41.3, 1.4);
  const synthetic = wavelet(40);
  const bump = wavelet(38, 1);

  it('waveform, in any direction, in a tapered window', () => {
    const windows: SecondsWindow[] = [[31, 49]];
    const h = 1e-4;
    const at = (sign: number) =>
      run(
        'waveform',
        observed,
        synthetic.map((s, i) => s + sign * h * bump[i]),
        windows,
      ).misfit;
    const { adjoint } = run('waveform', observed, synthetic, windows);
    expect((at(1) - at(-1)) / (2 * h) / along(adjoint, bump)).toBeCloseTo(1, 4);
  });

  it('cc_traveltime dt, against shifts of the synthetic: the lag is whole samples, so nothing less can be tried', () => {
    const at = (shift: number) => run('cc_traveltime', observed, shiftedAndScaled(synthetic, shift, 1)).misfit;
    const { adjoint } = run('cc_traveltime', observed, synthetic);
    const step = shiftedAndScaled(synthetic, 1, 1).map((x, i) => (x - shiftedAndScaled(synthetic, -1, 1)[i]) / 2);
    expect((at(1) - at(-1)) / 2 / along(adjoint, step)).toBeCloseTo(1, 4);
  });

  it('cc_traveltime am, against the scale of the synthetic', () => {
    const am = { measure_type: 'am' } as const;
    const h = 1e-5;
    const at = (sign: number) =>
      run('cc_traveltime', observed, shiftedAndScaled(synthetic, 0, 1 + sign * h), WHOLE, am).misfit;
    const { adjoint } = run('cc_traveltime', observed, synthetic, WHOLE, am);
    expect((at(1) - at(-1)) / (2 * h) / along(adjoint, synthetic)).toBeCloseTo(1, 6);
  });

  it('convolution: not, for its source is the convolution itself and lacks the correlation with the data', () => {
    const h = 1e-4;
    const at = (sign: number) =>
      run(
        'convolution',
        observed,
        synthetic.map((s, i) => s + sign * h * bump[i]),
      ).misfit;
    const { adjoint } = run('convolution', observed, synthetic);
    const ratio = (at(1) - at(-1)) / (2 * h) / along(adjoint, bump);
    expect(Math.abs(ratio - 1)).toBeGreaterThan(0.1);
  });
});

describe('cc_traveltime', () => {
  it('measures a late and large observed trace as positive shift and dlnA', () => {
    const [window] = run('cc_traveltime', wavelet(42, 2), wavelet(40)).windows;
    expect(window.tshift).toBeCloseTo(2, 12);
    expect(window.dlna).toBeCloseTo(Math.log(2), 6);
    expect(window.misfitDt).toBeCloseTo(2, 12);
  });

  it('weighs by errors no less than their floors', () => {
    const exact = run('cc_traveltime', wavelet(42), wavelet(40), WHOLE, { use_cc_error: true }).windows[0];
    expect([exact.sigmaDt, exact.sigmaDlna]).toEqual([1, 0.5]);
    const other = Float64Array.from(wavelet(42), (x, i) => x + Math.sin(i * DELTA * 2));
    const rough = run('cc_traveltime', other, wavelet(40), WHOLE, { use_cc_error: true }).windows[0];
    expect(rough.sigmaDt).toBeGreaterThan(1);
  });

  it('is zero, and its source too, where both are alike', () => {
    const { misfit, adjoint } = run('cc_traveltime', wavelet(40), wavelet(40));
    expect(misfit).toBe(0);
    expect(adjoint.every((x) => x === 0)).toBe(true);
  });

  it('yields no infinities for a silent synthetic', () => {
    const { adjoint } = run('cc_traveltime', wavelet(40), new Float64Array(N));
    expect(adjoint.every(Number.isFinite)).toBe(true);
  });
});

describe('windows', () => {
  it('go through seconds, in doubles: bounds may differ by one from the samples one started with', () => {
    const at = (left: number, right: number) => windowSamples([left * 0.03, right * 0.03], 0.03, 10_000);
    expect(at(1199, 2236)).toEqual({ left: 1199, length: 1038 });
    expect(at(976, 2746)).toEqual({ left: 976, length: 1770 });
  });

  it('are cut to the trace', () => {
    expect(windowSamples([-1, 200], 0.1, 800)).toEqual({ left: 0, length: 800 });
    expect(windowSamples([90, 95], 0.1, 800)).toEqual({ left: 800, length: 0 });
  });

  it('that share a sample leave it to the later one', () => {
    const plain = { taper_percentage: 0 };
    const [a, b]: SecondsWindow[] = [
      [0, 40],
      [40, 79.9],
    ];
    const both = run('waveform', wavelet(41), wavelet(40), [a, b], plain).adjoint;
    expect(both[400]).toBe(run('waveform', wavelet(41), wavelet(40), [b], plain).adjoint[400]);
  });

  it.each(['replace', 'add'] as const)('that share samples: %s their sources', (join) => {
    const parameters = { ...defaultParameters().pyadjoint_parameters, taper_percentage: 0 };
    const silent = new Float64Array(10);
    const windows: SecondsWindow[] = [
      [0, 4],
      [4, 9],
    ];
    const input = { observed: silent, synthetic: silent, delta: 1, windows, parameters, context: CONTEXT };
    const measurement = { ...waveformStatistics('waveform', 1) };
    let value = 1;
    const measured = measureWindows(
      input,
      ({ synthetic }) => ({ adjoint: synthetic.map(() => ++value), measurement }),
      join,
    );
    const [first, second] = [
      [2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12],
    ];
    const shared = join === 'add' ? 6 + 7 : 7;
    expect([...measured.adjoint]).toEqual([...first!.slice(0, 4), shared, ...second!.slice(1)]);
    expect(measured.misfit).toBe(2);
  });
});

it('says which misfit functions there are', () => {
  expect(() => run('waveform_dd', wavelet(40), wavelet(40))).toThrow(/waveform_dd is not available/);
});
