import { defaultParameters, type WindowParameters } from '@/core/config';
import { addSeconds, parseTime, type RejectedBounds, type Trace } from '@/core/model';
import type { WindowInput } from '@/core/windowing';

type Ramp = { ramp: [first: number, last: number] };

/** A case of `test/reference/data/windowing.json`, as `make-windowing.py` writes it. */
export interface WindowingCase {
  seed: number;
  n: number;
  delta: number;
  minPeriod: number;
  maxPeriod: number;
  wavelets: number;
  noise: number;
  parameters: Record<string, number | string | boolean | Ramp>;
  context: { originOffset: number; distanceKm: number; arrivals: number[] } | null;
  expected: {
    windows: { bounds: RejectedBounds; cc: number; shift: number; dlnA: number; weight: number; phases: number }[];
    /** Number of rejected windows and their checksum, by reason. */
    rejected: Record<string, [count: number, checksum: number]>;
    peaks: number;
    troughs: number;
  };
}

/** Linear congruential generator modulo 2^32 (Numerical Recipes, section 7.1). */
export function generator(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 4; i++) next();
  return (low: number, high: number) => low + (high - low) * next();
}

/** Observed and synthetic: the same wavelets, shifted and scaled a little in the observed, and some of its own. */
function traces(c: WindowingCase): { observed: Float64Array; synthetic: Float64Array } {
  const between = generator(c.seed);
  const { n, delta, minPeriod } = c;
  const observed = new Float64Array(n);
  const synthetic = new Float64Array(n);
  const add = (x: Float64Array, amplitude: number, time: number, period: number, width: number, phase: number) => {
    for (let i = 0; i < n; i++) {
      const t = i * delta - time;
      x[i] += amplitude * Math.exp(-((t / width) ** 2)) * Math.cos((2 * Math.PI * t) / period + phase);
    }
  };
  for (let k = 0; k < c.wavelets; k++) {
    const amplitude = between(0.05, 1);
    const time = between(0.1, 0.9) * n * delta;
    const period = minPeriod * between(1.1, 3);
    const phase = between(0, 6);
    const width = period * between(0.5, 2);
    const shift = minPeriod * between(-0.4, 0.4);
    const scale = between(0.6, 1.6);
    add(synthetic, amplitude, time, period, width, phase);
    add(observed, amplitude * scale, time + shift, period, width, phase);
  }
  for (let k = 0; k < 3; k++) {
    const time = between(0, 1) * n * delta;
    const period = minPeriod * between(1.1, 2);
    add(observed, c.noise, time, period, 3 * period, 0);
  }
  return { observed, synthetic };
}

/** The case as the window selection takes it, under the reference stack's conventions. */
export function windowInput(c: WindowingCase): WindowInput {
  const levels = Object.entries(c.parameters).map(([name, value]) => [
    name,
    typeof value === 'object'
      ? Array.from({ length: c.n }, (_, i) => value.ramp[0] + ((value.ramp[1] - value.ramp[0]) * i) / (c.n - 1))
      : value,
  ]);
  const parameters: WindowParameters = { ...defaultParameters().pyflex_parameters, ...Object.fromEntries(levels) };
  const data = traces(c);
  const starttime = addSeconds(parseTime('2020-01-01T00:00:00Z'), c.context?.originOffset ?? 0);
  const trace = (samples: Float64Array): Trace => ({
    network: 'XX',
    station: 'A',
    location: '',
    channel: 'BXZ',
    starttime,
    delta: c.delta,
    data: samples,
  });
  return {
    observed: trace(data.observed),
    synthetic: trace(data.synthetic),
    minPeriod: c.minPeriod,
    maxPeriod: c.maxPeriod,
    parameters,
    conventions: 'pyatoa',
    context: c.context && { ...c.context, arrivals: c.context.arrivals.map((time) => ({ name: 'P', time })) },
    winAmpRatio: 0,
  };
}

/** The checksum that `make-windowing.py` makes of a list of rejected windows. */
export function checksum(rows: readonly RejectedBounds[]): number {
  return rows.flat().reduce((total, value) => (total * 31 + value) % 1_000_003, 0);
}
