import { defaultParameters, parameters, type Parameters } from '@/core/config';
import { parseTime, type SeismicEvent, type Station, type Trace, type Window } from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';
import { referenceArrays, referenceJson } from './reference';

/** What a measured pair leaves behind, without the files it came from. */
export interface ExamplePair {
  key: { event: string; station: string };
  parameters: Parameters;
  event: SeismicEvent | null;
  station: Station | null;
  eventFile: string | null;
  stationFiles: string[];
  result: PairResult;
}

const ORIGIN = parseTime('2018-02-18T07:43:48.127644Z');
const START = parseTime('2018-02-18T07:43:28.127644Z');

export const exampleEvent: SeismicEvent = {
  id: '2018p130600',
  time: ORIGIN,
  latitude: -39.94897461,
  longitude: 176.2995148,
  depthKm: 20.59459877,
  magnitude: 5.2,
  momentTensor: { mrr: -2.5e16, mtt: 6e15, mpp: 1.9e16, mrt: -4e15, mrp: 3.2e16, mtp: -7e15 },
  halfDuration: 0.7,
  region: 'North Island, New Zealand',
};

export const exampleStation: Station = {
  network: 'NZ',
  code: 'BFZ',
  latitude: -40.679647283,
  longitude: 176.246245098,
  elevationM: 283,
  channels: ['HHE', 'HHN', 'HHZ'].map((code, index) => ({
    location: '10',
    code,
    latitude: -40.679647283,
    longitude: 176.246245098,
    elevationM: 283,
    depthM: 0,
    azimuthDeg: [90, 0, 0][index]!,
    dipDeg: [0, 0, -90][index]!,
    sampleRate: 100,
    start: parseTime('2010-01-01'),
    end: null,
    response: null,
  })),
};

function wavelet(n: number, delta: number, at: number, period: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    const t = i * delta - at;
    return 1e-6 * Math.cos((2 * Math.PI * t) / period) * Math.exp(-((t / period) ** 2));
  });
}

function exampleComponent(component: string, index: number, n: number, delta: number): ComponentResult {
  const trace = (location: string, channel: string, at: number): Trace => ({
    network: 'NZ',
    station: 'BFZ',
    location,
    channel,
    starttime: START,
    delta,
    data: wavelet(n, delta, at, 8 + index),
  });
  const left = Math.floor(0.3 * n);
  const right = Math.floor(0.6 * n);
  const window: Window = {
    channelId: `NZ.BFZ.10.HH${component}`,
    left,
    center: Math.floor((left + right) / 2),
    right,
    delta,
    firstSample: START,
    minPeriod: 8,
    cc: 0.96,
    shiftSamples: 4,
    shiftSeconds: 4 * delta,
    dlnA: -0.2,
    weight: 3.5,
    phases: [
      { name: 'sP', time: 18.78 },
      { name: 'S', time: 25.67 },
      { name: 'S', time: 25.7 },
    ],
  };
  return {
    component,
    observed: trace('10', `HH${component}`, 0.45 * n * delta + 4 * delta),
    synthetic: trace('', `BX${component}`, 0.45 * n * delta),
    stalta: Float64Array.from({ length: n }, (_, i) => 0.05 + 0.3 * Math.exp(-(((i - 0.42 * n) / (0.08 * n)) ** 2))),
    windows: [window],
    rejected: { cc: [[10, 60, 30]] },
    funnel: [
      ['candidates', 2],
      ['cc', 1],
    ],
    adjoint: {
      type: 'cc_traveltime',
      channel: `BX${component}`,
      component,
      misfit: 0.5 + index,
      delta,
      minPeriod: 8,
      maxPeriod: 20,
      data: wavelet(n, delta, 0.45 * n * delta, 6),
      windows: [],
    },
  };
}

/** A small pair made up of wavelets; each component has one window. */
export function examplePair(samples = 200, delta = 0.5): ExamplePair {
  const components = ['E', 'N', 'Z'].map((name, index) => exampleComponent(name, index, samples, delta));
  return {
    key: { event: exampleEvent.id, station: 'NZ.BFZ' },
    parameters: { ...defaultParameters(), iteration: 1, step_count: 0, min_period: 8, max_period: 20 },
    event: { ...exampleEvent },
    station: structuredClone(exampleStation),
    eventFile: null,
    stationFiles: [],
    result: {
      geometry: { distanceKm: 81.26, distanceDeg: 0.7312, azimuthDeg: 183.2, backazimuthDeg: 3.2 },
      timeOffset: -20,
      arrivals: [{ name: 'P', time: 15.13 }],
      origin: ORIGIN,
      components,
      misfit: 4.5,
      warnings: [],
      timings: { read: 0.01 },
      error: null,
    },
  };
}

interface ReferenceWindow {
  left_index: number;
  right_index: number;
  center_index: number;
  channel_id: string;
  max_cc_value: number;
  cc_shift_in_samples: number;
  cc_shift_in_seconds: number;
  dlnA: number;
  window_weight: number;
  phase_arrivals: { time: number; name: string }[];
}

interface ReferenceRun {
  misfit: number;
  windows: Record<string, ReferenceWindow[]>;
  rejected: Record<string, ComponentResult['rejected']>;
  adjsrcs: Record<string, { misfit: number }>;
}

/** The real pair of the reference numbers at 8-20 s, as the reference stack measured it. */
export function referencePair(): ExamplePair {
  const run = referenceJson<{ runs: Record<string, ReferenceRun> }>('bfz').runs['8-20']!;
  const array = referenceArrays('bfz');
  const pair = examplePair();
  const delta = 0.03;
  pair.parameters = parameters.parse({
    iteration: 1,
    step_count: 0,
    min_period: 8,
    max_period: 20,
    preprocess: { remove_response: true },
  });
  pair.result.misfit = run.misfit;
  pair.result.components = ['E', 'N', 'Z'].map((component) => {
    const example = pair.result.components.find((c) => c.component === component)!;
    const source = run.adjsrcs[component];
    return {
      component,
      observed: { ...example.observed, delta, data: array(`8-20/pre/obs/${component}`) },
      synthetic: { ...example.synthetic, delta, data: array(`8-20/pre/syn/${component}`) },
      stalta: array(`8-20/stalta/${component}`),
      rejected: run.rejected[component] ?? {},
      funnel: [],
      windows: (run.windows[component] ?? []).map((w) => ({
        channelId: w.channel_id,
        left: w.left_index,
        center: w.center_index,
        right: w.right_index,
        delta,
        firstSample: START,
        minPeriod: 8,
        cc: w.max_cc_value,
        shiftSamples: w.cc_shift_in_samples,
        shiftSeconds: w.cc_shift_in_seconds,
        dlnA: w.dlnA,
        weight: w.window_weight,
        phases: w.phase_arrivals,
      })),
      adjoint: source
        ? {
            type: 'cc_traveltime',
            channel: `BX${component}`,
            component,
            misfit: source.misfit,
            delta,
            minPeriod: 8,
            maxPeriod: 20,
            // The reference holds its arrays reversed in time.
            data: array(`8-20/adj/cc_traveltime/${component}`).reverse(),
            windows: [],
          }
        : null,
    };
  });
  return pair;
}
