import { describe, expect, it } from 'vitest';
import { defaultParameters, type Parameters } from '@/core/config';
import { measureDoubleDifference } from '@/core/misfit';
import { parseTime, type Trace } from '@/core/model';
import { processPair } from '../process';
import { measureDifferences } from './measure';
import type { DifferenceStation } from './types';

const START = parseTime('2020-01-01T00:00:00Z');
const KM_PER_DEGREE = 111.2;

function trace(channel: string, at: number, period: number): Trace {
  const data = Float64Array.from({ length: 2000 }, (_, i) => {
    const t = i * 0.1 - at;
    return Math.exp(-((t / 8) ** 2)) * Math.cos((2 * Math.PI * t) / period);
  });
  return { network: 'XX', station: 'A', location: '', channel, starttime: START, delta: 0.1, data };
}

function parameters(change: (p: Parameters) => void = () => undefined): Parameters {
  const p = { ...defaultParameters(), min_period: 4, max_period: 40, adj_src_type: 'cc_traveltime_dd' as const };
  change(p);
  return p;
}

/** A station so many km east of the first, whose observed are late by `late` s. */
function station(code: string, km: number, late: number, period = 7): DifferenceStation {
  const { components } = processPair(
    {
      event: null,
      station: null,
      observed: [trace('BXZ', 80 + km / 8 + late, period)],
      synthetic: [trace('BXZ', 80 + km / 8, period)],
    },
    parameters(),
  );
  return { code, station: { latitude: 0, longitude: km / KM_PER_DEGREE }, components };
}

const A = station('XX.A', 0, 0.3);
const B = station('XX.B', 40, 1);
const C = station('XX.C', 80, 0.5);
const ODD = station('XX.ODD', 20, 0, 3.2);
const names = (pairs: { a: string; b: string }[]) => pairs.map(({ a, b }) => `${a.slice(3)}-${b.slice(3)}`).sort();

describe('double differences of an event', () => {
  it('leave components without a source until all stations are there', () => {
    expect(A.components[0].windows).toHaveLength(1);
    expect(A.components[0].adjoint).toBeNull();
  });

  it('compare stations near enough with similar observed waveforms', () => {
    const choose = (change: (p: Parameters) => void) =>
      names(measureDifferences('cc_traveltime_dd', [A, B, C, ODD], parameters(change)).pairs);
    expect(choose(() => undefined)).toEqual(['A-B', 'A-C', 'B-C']);
    expect(choose((p) => (p.double_difference.max_distance = 50))).toEqual(['A-B', 'B-C']);
    expect(choose((p) => (p.double_difference.min_distance = 50))).toEqual(['A-C']);
    expect(choose((p) => (p.double_difference.min_similarity = 0))).toContain('A-ODD');
    expect(choose((p) => (p.double_difference.max_pairs = 1))).toHaveLength(1);
  });

  it('sum adjoint sources and share misfits, whatever the order of stations', () => {
    const p = parameters();
    const result = measureDifferences('cc_traveltime_dd', [C, A, B], p);
    const again = measureDifferences('cc_traveltime_dd', [B, C, A], p);
    expect(again.pairs).toEqual(result.pairs);
    const ofA = (each: typeof result) => each.components.get('XX.A')![0].adjoint!;
    expect(ofA(again)).toEqual(ofA(result));
    const [first] = result.pairs.filter(({ a, b }) => a === 'XX.A' && b === 'XX.B');
    // The data of B are 0.7 s later against A than in the synthetics.
    expect(first.misfit).toBeCloseTo(0.5 * 0.7 ** 2, 6);
    const total = result.pairs.reduce((sum, { misfit }) => sum + misfit, 0);
    const shares = [...result.components.values()].map(([{ adjoint }]) => adjoint!.misfit);
    expect(shares.reduce((sum, misfit) => sum + misfit, 0)).toBeCloseTo(total, 12);

    const pair = (x: DifferenceStation, y: DifferenceStation) => {
      const [a, b] = [x, y].map(({ components: [each] }) => each);
      const spans = [a, b].map(({ windows }) => windows.map((w) => [w.left * 0.1, w.right * 0.1] as const));
      return measureDoubleDifference('cc_traveltime_dd', {
        ...{ observedA: a.observed.data, syntheticA: a.synthetic.data, windowsA: spans[0] },
        ...{ observedB: b.observed.data, syntheticB: b.synthetic.data, windowsB: spans[1] },
        delta: a.synthetic.delta,
        parameters: p.pyadjoint_parameters,
        context: { minPeriod: 4, maxPeriod: 40, conventions: p.conventions },
      });
    };
    const [ab, ac] = [pair(A, B), pair(A, C)];
    const { data, windows } = ofA(result);
    for (let i = 0; i < data.length; i += 37) expect(data[i]).toBeCloseTo(ab.adjointA[i] + ac.adjointA[i], 12);
    expect(windows).toHaveLength(2);
  });

  it('leave out a station that nothing tells the place of, and one without windows', () => {
    const nowhere = { ...B, station: null };
    const cartesian = { ...B, station: { latitude: 5000, longitude: 7000 } };
    const silent = { ...B, components: B.components.map((each) => ({ ...each, windows: [] })) };
    for (const odd of [nowhere, cartesian, silent]) {
      const { pairs, components } = measureDifferences('waveform_dd', [A, odd, C], parameters());
      expect(names(pairs)).toEqual(['A-C']);
      expect(components.get('XX.B')![0].adjoint).toBeNull();
    }
  });

  it('compare whole traces where there is no window step', () => {
    const whole = parameters((p) => (p.executive.steps = ['standardize', 'preprocess']));
    const { pairs, components } = measureDifferences('waveform_dd', [A, B], whole);
    expect(pairs[0].windows).toEqual([[0, 0]]);
    expect(components.get('XX.B')![0].adjoint!.windows[0].left).toBe(1);
  });
});
