import { describe, expect, it } from 'vitest';
import { defaultParameters, type Parameters } from '@/core/config';
import { addSeconds, parseTime, type Trace } from '@/core/model';
import { processPair } from './process';
import type { FixedWindows, PairResult } from './types';

const START = parseTime('2020-01-01T00:00:00Z');

function trace(channel: string, at: number, changes: Partial<Trace> = {}): Trace {
  const data = Float64Array.from({ length: 2000 }, (_, i) => {
    const t = i * 0.1 - at;
    return Math.exp(-((t / 8) ** 2)) * Math.cos((2 * Math.PI * t) / 7);
  });
  return { network: 'XX', station: 'A', location: '', channel, starttime: START, delta: 0.1, data, ...changes };
}

function measure(late: number, fixed: FixedWindows | null, change: (p: Parameters) => void = () => undefined) {
  const parameters = { ...defaultParameters(), min_period: 4, max_period: 40 };
  change(parameters);
  const observed = [trace('BXZ', 81), trace('BXN', 101)];
  const synthetic = [trace('BXZ', 80 + late), trace('BXN', 100 + late)];
  return processPair({ event: null, station: null, observed, synthetic, fixed }, parameters);
}

function windowsOf(result: PairResult): FixedWindows {
  const windows = result.components.flatMap(({ component, windows: own }) =>
    own.map((window) => ({ component, window })),
  );
  return { evaluation: 'i01/s00', windows };
}

const bounds = (result: PairResult) => result.components.map(({ windows }) => windows.map((w) => [w.left, w.right]));

describe('windows of an earlier evaluation', () => {
  const first = measure(0, null);

  it('stay where they are; their fit is that of the new synthetics', () => {
    const selected = measure(6, null);
    const second = measure(6, windowsOf(first));
    expect(bounds(second)).toEqual(bounds(first));
    expect(bounds(second)).not.toEqual(bounds(selected));
    const [before, after] = [first, second].map(({ components }) => components[0].windows[0]);
    expect([before.shiftSamples, after.shiftSamples]).toEqual([10, -50]);
    expect(second.components[0].stalta).not.toBeNull();
    expect(second.warnings.join()).not.toMatch(/anew/);
  });

  it('are dropped when revalidated, with the reason', () => {
    const strict = (p: Parameters) => {
      p.pyflex_parameters.tshift_acceptance_level = 3;
      p.fix_windows.revalidate = true;
    };
    const [{ windows, rejected }] = measure(6, windowsOf(first), strict).components;
    const { left, right, center } = first.components[0].windows[0];
    expect(windows).toEqual([]);
    expect(rejected).toEqual({ tshift: [[left, right, center]] });
  });

  it('none are a choice too, on a component or on all', () => {
    const fixed = windowsOf(first);
    const onlyN = fixed.windows.filter(({ component }) => component === 'N');
    const result = measure(1, { ...fixed, windows: onlyN });
    expect(result.components.map(({ windows }) => windows.length)).toEqual([1, 0]);
    expect(measure(1, { ...fixed, windows: [] }).misfit).toBeNull();
  });

  it('are of the band with their shortest period, where there are several bands', () => {
    const bands = (p: Parameters) => {
      p.conventions = 'corrected';
      p.preprocess.period_bands = [
        [4, 40],
        [5, 50],
      ];
    };
    const both = measure(0, null, bands);
    const again = measure(0, windowsOf(both), bands);
    expect(bounds(again)).toEqual(bounds(both));
    expect(again.misfit).toBe(both.misfit);
  });

  it('that count other samples are left, and selected anew', () => {
    const fixed = windowsOf(first);
    const moved = fixed.windows.map(({ component, window }) => ({
      component,
      window: { ...window, firstSample: addSeconds(window.firstSample, 1) },
    }));
    const result = measure(0, { ...fixed, windows: moved });
    expect(bounds(result)).toEqual(bounds(first));
    expect(result.warnings.join()).toMatch(/windows of i01\/s00 count other samples .* anew/);
  });
});

describe('filters', () => {
  it('low- and high-pass leave one side open', () => {
    const energy = (filter_type: Parameters['preprocess']['filter_type'], min: number, max: number) =>
      measure(0, null, (p) => {
        Object.assign(p, { min_period: min, max_period: max });
        p.preprocess.filter_type = filter_type;
      }).components[0].observed.data.reduce((sum, x) => sum + x * x, 0);
    // Of a wavelet of 7 s.
    const whole = energy('bandpass', 1, 200);
    expect(energy('bandpass', 20, 200)).toBeLessThan(0.1 * whole);
    expect(energy('lowpass', 20, 200)).toBeLessThan(0.1 * whole);
    expect(energy('highpass', 20, 200)).toBeGreaterThan(0.9 * whole);
    expect(energy('lowpass', 2, 3)).toBeGreaterThan(0.9 * whole);
    expect(energy('bandpass', 2, 3)).toBeLessThan(0.2 * whole);
    expect(energy('highpass', 2, 3)).toBeLessThan(0.2 * whole);
  });
});
