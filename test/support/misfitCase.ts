import { defaultParameters, type AdjointSourceType, type MisfitParameters } from '@/core/config';
import { measure, measureDoubleDifference, type DoubleDifferenceType, type SecondsWindow } from '@/core/misfit';
import type { WindowMeasurement } from '@/core/model';
import { generator } from './windowingCase';

/** What is kept of an adjoint source in forward time. */
export interface SourceSummary {
  /** Largest modulus. */
  max: number;
  /** Sum of moduli. */
  sum: number;
  /** Sum of i x[i] / n. */
  moment: number;
  samples: [index: number, value: number][];
}

/** A case of `test/reference/data/misfit.json`, as `make-misfit.py` writes it. */
export interface MisfitCase {
  seed: number;
  type: AdjointSourceType;
  n: number;
  delta: number;
  minPeriod: number;
  maxPeriod: number;
  wavelets: number;
  noise: number;
  shift: number;
  windows: SecondsWindow[];
  /** Of the second station, for double differences. */
  windowsB: SecondsWindow[] | null;
  parameters: Partial<MisfitParameters>;
  expected: {
    misfit: number;
    windows: [type: string, ...statistics: (number | null)[]][];
    sources: SourceSummary[];
  };
}

export interface MisfitResult {
  misfit: number;
  windows: WindowMeasurement[];
  /** Adjoint sources of one station, or of both. */
  sources: Float64Array[];
}

/** Observed and synthetic of station A and of station B: the same wavelets, shifted and scaled a little. */
function traces(c: MisfitCase): [Float64Array, Float64Array, Float64Array, Float64Array] {
  const between = generator(c.seed);
  const { n, delta, minPeriod } = c;
  const make = () => new Float64Array(n);
  const [observedA, syntheticA, observedB, syntheticB] = [make(), make(), make(), make()];
  const add = (x: Float64Array, amplitude: number, time: number, period: number, width: number, phase: number) => {
    for (let i = 0; i < n; i++) {
      const t = i * delta - time;
      x[i] += amplitude * Math.exp(-((t / width) ** 2)) * Math.cos((2 * Math.PI * t) / period + phase);
    }
  };
  const shift = () => minPeriod * between(-0.25, 0.25) * c.shift;
  const [shiftA, shiftB, late] = [shift(), shift(), shift()];
  const vary = () => between(0.9, 1.1);
  for (let k = 0; k < c.wavelets; k++) {
    const amplitude = between(0.3, 1);
    const time = between(0.2, 0.8) * n * delta;
    const period = minPeriod * between(1.1, 3);
    const phase = between(0, 6);
    const width = period * between(0.7, 2);
    add(syntheticA, amplitude, time, period, width, phase);
    add(observedA, 1.3 * amplitude * vary(), time + shiftA * vary(), period, width, phase);
    add(syntheticB, 0.7 * amplitude * vary(), time + late, period, width, phase);
    add(observedB, 0.8 * amplitude * vary(), time + late + shiftB * vary(), period, width, phase);
  }
  for (let k = 0; k < 3; k++) {
    const time = between(0, 1) * n * delta;
    const period = minPeriod * between(1.1, 2);
    add(observedA, c.noise, time, period, 3 * period, 0);
    add(observedB, c.noise, time, period, 2 * period, 1);
  }
  return [observedA, syntheticA, observedB, syntheticB];
}

/** Measures the case under the reference stack's conventions. */
export function measureCase(c: MisfitCase): MisfitResult {
  const { type, delta, minPeriod, maxPeriod, windows, windowsB } = c;
  const [observedA, syntheticA, observedB, syntheticB] = traces(c);
  const parameters = { ...defaultParameters().pyadjoint_parameters, ...c.parameters };
  const context = { minPeriod, maxPeriod, conventions: 'pyatoa' } as const;
  if (windowsB === null) {
    const pair = { observed: observedA, synthetic: syntheticA };
    const { adjoint, ...rest } = measure(type, { ...pair, delta, windows, parameters, context });
    return { ...rest, sources: [adjoint] };
  }
  const sides = { observedA, syntheticA, windowsA: windows, observedB, syntheticB, windowsB };
  const result = measureDoubleDifference(type as DoubleDifferenceType, { ...sides, delta, parameters, context });
  return { misfit: result.misfit, windows: result.windows, sources: [result.adjointA, result.adjointB] };
}

/** Largest deviation of a source from what is kept of the expected one, relative to its maximum. */
export function sourceDeviation(source: Float64Array, expected: SourceSummary): number {
  let [max, sum, moment] = [0, 0, 0];
  source.forEach((x, i) => {
    max = Math.max(max, Math.abs(x));
    sum += Math.abs(x);
    moment += (i * x) / source.length;
  });
  const scale = expected.max === 0 ? 1 : expected.max;
  const count = Math.max(1, expected.sum / scale);
  return Math.max(
    Math.abs(max - expected.max) / scale,
    Math.abs(sum - expected.sum) / count / scale,
    Math.abs(moment - expected.moment) / count / scale,
    ...expected.samples.map(([i, value]) => Math.abs(source[i] - value) / scale),
  );
}
