import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import { parseTime, type Trace } from '@/core/model';
import { amplitudeTest } from './amplitude';
import { checkDataQuality } from './dataQuality';
import { fit } from './dataFit';
import { mergeWindows } from './merge';
import { noiseAndSignal } from './noise';
import { selectWindows } from './select';
import { signalToNoiseTest } from './signalToNoise';
import type { WindowInput } from './types';

const N = 2000;
const DELTA = 0.1;
const START = parseTime('2020-01-01T00:00:00Z');

function wavelet(at: number, amplitude = 1): Float64Array {
  return Float64Array.from({ length: N }, (_, i) => {
    const t = i * DELTA - at;
    return amplitude * Math.exp(-((t / 6) ** 2)) * Math.cos((2 * Math.PI * t) / 5);
  });
}

const trace = (data: Float64Array): Trace => ({
  network: 'XX',
  station: 'A',
  location: '',
  channel: 'BXZ',
  starttime: START,
  delta: DELTA,
  data,
});

function input(changes: Partial<WindowInput> = {}, parameters = {}): WindowInput {
  return {
    observed: trace(wavelet(101)),
    synthetic: trace(wavelet(100)),
    minPeriod: 3,
    maxPeriod: 30,
    parameters: { ...defaultParameters().pyflex_parameters, ...parameters },
    conventions: 'pyatoa',
    context: null,
    winAmpRatio: 0,
    ...changes,
  };
}

const CONTEXT = { originOffset: -20, distanceKm: 300, arrivals: [{ name: 'P', time: 73.5 }] };

describe('window selection', () => {
  it('finds the one arrival and its shift', () => {
    const { windows } = selectWindows(input());
    const [window] = windows.filter(({ left, right }) => left < 1000 && 1000 < right);
    expect(window.shiftSamples).toBe(10);
    expect(window.dlnA).toBeCloseTo(0, 2);
    expect(window.firstSample).toBe(START);
  });

  it('names the arrivals inside of a window', () => {
    const { windows } = selectWindows(input({ context: CONTEXT }, { max_time_before_first_arrival: 20 }));
    expect(windows.flatMap(({ phases }) => phases)).toEqual([{ name: 'P', time: 73.5 }]);
  });

  it('takes a limit per sample, and refuses one of another length', () => {
    const level = new Array<number>(N).fill(0.07);
    const expected = selectWindows(input()).windows;
    expect(selectWindows(input({}, { stalta_waterlevel: level })).windows).toEqual(expected);
    const short = input({}, { stalta_waterlevel: [0.07] });
    expect(() => selectWindows(short)).toThrow(/stalta_waterlevel has 1 values, but the trace has 2000 samples/);
  });

  it('yields nothing on a trace without signal', () => {
    expect(selectWindows(input({ synthetic: trace(new Float64Array(N)) })).windows).toEqual([]);
  });

  it('drops all windows of a trace of bad quality, and says why', () => {
    const observed = trace(wavelet(101).map((x, i) => x + 1e-3 * Math.sin(i)));
    const parameters = { check_global_data_quality: true, snr_max_base: 1e12 };
    const bad = selectWindows(input({ context: CONTEXT, observed }, parameters));
    expect(bad.windows).toEqual([]);
    expect(bad.warnings[0]).toMatch(/peak signal to noise of .* is below 1000000000000/);
  });

  it('drops windows whose observed peak is not above win_amp_ratio, and lists them', () => {
    const two = trace(wavelet(50, 0.2).map((x, i) => x + wavelet(140)[i]));
    const all = selectWindows(input({ observed: two, synthetic: two }));
    const loud = selectWindows(input({ observed: two, synthetic: two, winAmpRatio: 0.5 }));
    expect(loud.windows.length).toBeLessThan(all.windows.length);
    expect(loud.rejected.amplitude?.length).toBe(all.windows.length - loud.windows.length);
  });
});

describe('noise', () => {
  it('ends at seconds taken for an index under the pyatoa convention, at the sample of that time otherwise', () => {
    expect(noiseAndSignal(input({ context: CONTEXT })).noiseEnd).toBe(70);
    expect(noiseAndSignal(input({ context: CONTEXT, conventions: 'corrected' })).noiseEnd).toBe(905);
  });

  it('counts a negative end from the end of the trace under the pyatoa convention, and is empty otherwise', () => {
    const early = { ...CONTEXT, originOffset: 0, arrivals: [{ name: 'P', time: 1 }] };
    expect(noiseAndSignal(input({ context: early })).noiseEnd).toBe(-2);
    expect(noiseAndSignal(input({ context: early, conventions: 'corrected' })).noiseEnd).toBe(0);
    const bounds = noiseAndSignal(input({ context: early, conventions: 'corrected' }));
    expect(signalToNoiseTest(input({ context: early }), bounds)).toBeNull();
  });

  it('is compared by amplitude or energy with windows, which pass at the limit', () => {
    const observed = new Float64Array(N);
    observed[50] = 2;
    observed[300] = 3;
    const at = (s2n_limit: number, window_signal_to_noise_type: 'amplitude' | 'energy') => {
      const given = input(
        { observed: trace(observed) },
        { s2n_limit, window_signal_to_noise_type, noise_end_index: 100 },
      );
      return signalToNoiseTest(given, noiseAndSignal(given))!({ left: 250, right: 350, center: 300 });
    };
    expect([1.5, 1.51].map((limit) => at(limit, 'amplitude'))).toEqual([true, false]);
    expect([2.25, 2.26].map((limit) => at(limit, 'energy'))).toEqual([true, false]);
  });
});

describe('data quality', () => {
  it('is good with silent noise, and unknown without any', () => {
    const given = input({}, { noise_end_index: 100 });
    const bounds = noiseAndSignal(given);
    const silent = { ...given, observed: trace(wavelet(101).fill(0, 0, 100)) };
    expect(checkDataQuality(silent, bounds)).toEqual({ good: true, reason: null });
    expect(checkDataQuality(given, { ...bounds, noiseEnd: 0 }).reason).toMatch(/no samples of noise/);
    expect(checkDataQuality(given, { ...bounds, noiseEnd: null }).reason).toMatch(/neither noise_end_index nor/);
  });
});

describe('merging', () => {
  const merged = (...bounds: [number, number][]) =>
    mergeWindows(
      bounds.map(([left, right]) => fit({ left, right, center: 0 }, input())),
      input(),
    ).map(({ left, right, center }) => [left, right, center]);

  it('joins windows that overlap or follow without a sample between', () => {
    expect(merged([1000, 1100], [900, 999])).toEqual([[900, 1100, 1000]]);
    expect(merged([1000, 1100], [900, 998])).toEqual([
      [900, 998, 949],
      [1000, 1100, 1050],
    ]);
  });

  it('ends where the last member ends', () => {
    expect(merged([900, 1100], [950, 1000])).toEqual([[900, 1000, 950]]);
  });
});

it('looks for the peak from the first sample on, without the last', () => {
  const observed = new Float64Array(N);
  observed[10] = 1;
  observed[500] = -0.6;
  const test = amplitudeTest(observed, 0.5);
  expect([test({ left: 400, right: 500, center: 450 }), test({ left: 500, right: 600, center: 550 })]).toEqual([
    false,
    true,
  ]);
});
