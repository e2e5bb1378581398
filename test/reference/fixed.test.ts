import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultParameters, type Parameters } from '@/core/config';
import { parseTime, type Trace } from '@/core/model';
import { processPair, type FixedWindows, type PairResult } from '@/core/pair';

type Row = [left: number, right: number, center: number, cc: number, dt: number, dlnA: number, weight: number];

/** What `make-fixed.py` writes. */
interface Numbers {
  n: number;
  delta: number;
  wavelets: Record<string, [at: number, period: number, width: number, amplitude: number][]>;
  steps: [late: number, scale: number][];
  evaluations: {
    step: number;
    revalidate: boolean;
    parameters: Partial<Parameters['pyflex_parameters']>;
    windows: Record<string, Row[]>;
    misfit: Record<string, number>;
  }[];
}

const numbers = JSON.parse(readFileSync(resolve(import.meta.dirname, 'data/fixed.json'), 'utf8')) as Numbers;
const COMPONENTS = Object.keys(numbers.wavelets);

/** The traces of `make-fixed.py`. */
function side(channel: string, value: (component: string, t: number) => number): Trace[] {
  return COMPONENTS.map((component) => ({
    ...{ network: 'XX', station: 'A', location: '', channel: channel + component },
    starttime: parseTime('2020-01-01T00:00:00Z'),
    delta: numbers.delta,
    data: Float64Array.from({ length: numbers.n }, (_, i) => value(component, i * numbers.delta)),
  }));
}

function pulse(t: number, at: number, period: number, width: number, amplitude: number): number {
  return amplitude * Math.exp(-(((t - at) / width) ** 2)) * Math.cos((2 * Math.PI * (t - at)) / period);
}

function evaluate(step: number, changes: (p: Parameters) => void, fixed: FixedWindows | null = null): PairResult {
  const [late, scale] = numbers.steps[step];
  const parameters = { ...defaultParameters(), max_period: 60, st_obs_type: 'syn' as const };
  changes(parameters);
  const observed = side('HH', (component, t) =>
    numbers.wavelets[component].reduce(
      (sum, [at, ...rest], k) => sum + (1 + 0.1 * k) * pulse(t, at + 1 + 0.9 * k, ...rest),
      0.02 * Math.cos((2 * Math.PI * t) / 15),
    ),
  );
  const synthetic = side(
    'BX',
    (component, t) =>
      scale * numbers.wavelets[component].reduce((sum, [at, ...rest]) => sum + pulse(t, at + late, ...rest), 0),
  );
  return processPair({ event: null, station: null, observed, synthetic, fixed }, parameters);
}

const first = evaluate(0, () => undefined);
const fixed: FixedWindows = {
  evaluation: 'i01/s00',
  windows: first.components.flatMap(({ component, windows }) => windows.map((window) => ({ component, window }))),
};

describe('windows of an earlier evaluation agree with the reference stack', () => {
  it.each(numbers.evaluations.map((e) => [e.step, e.revalidate, JSON.stringify(e.parameters), e] as const))(
    'step %i, revalidate %s, %s',
    (step, revalidate, _, wanted) => {
      const change = (p: Parameters) => {
        Object.assign(p.pyflex_parameters, wanted.parameters);
        p.fix_windows.revalidate = revalidate;
      };
      const result = evaluate(step, change, step === 0 ? null : fixed);
      for (const { component, windows, adjoint } of result.components) {
        const rows = wanted.windows[component] ?? [];
        expect(windows.map(({ left, right, center }) => [left, right, center])).toEqual(rows.map((r) => r.slice(0, 3)));
        windows.forEach(({ cc, shiftSeconds, dlnA, weight }, i) => {
          [cc, shiftSeconds, dlnA, weight].forEach((value, k) => expect(value).toBeCloseTo(rows[i][3 + k], 9));
        });
        // Pyatoa gives a component without windows a misfit of zero where another has some.
        if (adjoint !== null) expect(adjoint.misfit).toBeCloseTo(wanted.misfit[component], 9);
        else expect(wanted.misfit[component] ?? 0).toBe(0);
      }
    },
  );
});
