import { describe, expect, it } from 'vitest';
import { defaultParameters, type Parameters } from '@/core/config';
import { addSeconds, parseTime, type HandDecision, type HandWindows, type Trace } from '@/core/model';
import { PairMemory } from './memory';
import { processPair } from './process';
import type { PairInput, PairResult } from './types';

const START = parseTime('2020-01-01T00:00:00Z');
/** The synthetics' first sample after the origin, s. */
const OFFSET = -20;

function trace(channel: string, at: number): Trace {
  const data = Float64Array.from({ length: 2000 }, (_, i) => {
    const t = i * 0.1 - at;
    return Math.exp(-((t / 8) ** 2)) * Math.cos((2 * Math.PI * t) / 7);
  });
  return { network: 'XX', station: 'A', location: '', channel, starttime: START, delta: 0.1, data };
}

const place = { latitude: 0, longitude: 0 };
const event = {
  ...{ id: 'a', time: addSeconds(START, -OFFSET), ...place, depthKm: 10, magnitude: 5, momentTensor: null },
  ...{ halfDuration: null, region: null },
};
const input: PairInput = {
  event,
  station: { network: 'XX', code: 'A', latitude: 0, longitude: 1, elevationM: 0, channels: [] },
  observed: [trace('BXZ', 81), trace('BXN', 101)],
  synthetic: [trace('BXZ', 80), trace('BXN', 100)],
};
const parameters: Parameters = { ...defaultParameters(), min_period: 4, max_period: 40 };
parameters.preprocess.remove_response = false;

function decision(verdict: HandDecision['verdict'], windows: HandWindows = {}): HandDecision {
  const who = { by: 'anna', at: '2024-05-06T07:08:09.000Z', note: 'cycle skip' };
  return { event: 'a', station: 'XX.A', evaluation: 'default', verdict, ...who, windows };
}

const decided = (hand: HandDecision | null, changed = parameters) => processPair({ ...input, hand }, changed);
const edited = (windows: HandWindows, changed = parameters) => decided(decision('edited', windows), changed);
const bounds = (result: PairResult) =>
  Object.fromEntries(
    result.components.map(({ component, windows }) => [component, windows.map((w) => [w.left, w.right])]),
  );

describe('windows set by hand', () => {
  const selected = decided(null);

  it('are measured as selected ones are', () => {
    const [n, z] = ['N', 'Z'].map((name) => selected.components.find(({ component }) => component === name)!);
    const seconds = (index: number) => OFFSET + index * 0.1;
    const windows = Object.fromEntries(
      [n!, z!].map((each) => [
        each.component,
        each.windows.map(({ left, right }) => ({ left: seconds(left), right: seconds(right) })),
      ]),
    );
    const result = edited(windows);
    expect(result.error).toBeNull();
    expect(bounds(result)).toEqual(bounds(selected));
    for (const [i, each] of result.components.entries()) {
      const before = selected.components[i]!;
      expect(each.byHand).toBe(true);
      expect(each.adjoint).toEqual(before.adjoint);
      expect(each.stalta).toEqual(before.stalta);
      expect(each.windows.map(({ cc, dlnA, weight, phases }) => [cc, dlnA, weight, phases])).toEqual(
        before.windows.map(({ cc, dlnA, weight, phases }) => [cc, dlnA, weight, phases]),
      );
      expect(each.funnel).toEqual([['set by hand', each.windows.length]]);
    }
    expect(result.misfit).toBe(selected.misfit);
    expect(result.warnings).toEqual(selected.warnings);
    expect(result.hand).toMatchObject({ verdict: 'edited', by: 'anna' });
  });

  it('leave components that are not named to selection, and take all from those with none', () => {
    const result = edited({ Z: [{ left: 40, right: 70 }] });
    expect(bounds(result)).toEqual({ N: bounds(selected)['N'], Z: [[600, 900]] });
    expect(result.components.map(({ byHand }) => byHand)).toEqual([undefined, true]);
    expect(bounds(edited({ Z: [] }))).toMatchObject({ Z: [] });
    expect(edited({ Z: [] }).components[1]!.adjoint).toBeNull();
  });

  it('are measured where nothing else is selected, and by any misfit function', () => {
    const change = (p: Partial<Parameters>) => edited({ Z: [{ left: 40, right: 80 }] }, { ...parameters, ...p });
    for (const adj_src_type of ['waveform', 'convolution', 'exponentiated_phase', 'multitaper'] as const) {
      const result = change({ adj_src_type });
      expect([adj_src_type, result.error]).toEqual([adj_src_type, null]);
      expect(result.components[1]!.adjoint!.misfit).toBeGreaterThan(0);
      expect(result.components[1]!.adjoint!.data.every(Number.isFinite)).toBe(true);
    }
    const whole = change({ executive: { ...parameters.executive, steps: ['standardize', 'preprocess'] } });
    expect(bounds(whole)).toEqual({ N: [], Z: [[600, 1000]] });
    expect(whole.components[1]!.adjoint!.windows).toHaveLength(1);
  });

  it('are measured in each of several bands', () => {
    const preprocess = {
      ...parameters.preprocess,
      period_bands: [[4, 40] as [number, number], [6, 40] as [number, number]],
    };
    const result = edited({ Z: [{ left: 40, right: 80 }] }, { ...parameters, preprocess });
    expect(bounds(result)['Z']).toEqual([
      [600, 1000],
      [600, 1000],
    ]);
    expect(result.components[1]!.byHand).toBe(true);
  });

  describe('in one of several bands', () => {
    const period_bands: [number, number][] = [
      [4, 40],
      [6, 40],
    ];
    const several: Parameters = { ...parameters, preprocess: { ...parameters.preprocess, period_bands } };
    const inBands = (result: PairResult, letter: string) =>
      result.bands!.map(({ components }) => {
        const { windows, byHand } = components.find(({ component }) => component === letter)!;
        return { bounds: windows.map(({ left, right }) => [left, right]), byHand };
      });
    const automatic = inBands(decided(null, several), 'Z');

    it('are measured in that band alone: the others are left to selection', () => {
      const result = edited({ 'Z@6-40': [{ left: 40, right: 80 }] }, several);
      expect(result.error).toBeNull();
      expect(inBands(result, 'Z')).toEqual([automatic[0], { bounds: [[600, 1000]], byHand: true }]);
      const z = result.components[1]!;
      expect(z.byHand).toBeUndefined();
      expect(z.windows.map(({ band, byHand }) => [band, byHand])).toEqual([
        ...automatic[0]!.bounds.map(() => [0, undefined]),
        [1, true],
      ]);
      expect(inBands(edited({ 'Z@6-40': [] }, several), 'Z')).toEqual([automatic[0], { bounds: [], byHand: true }]);
    });

    it('take precedence over those of every band', () => {
      const result = edited({ Z: [{ left: 30, right: 60 }], 'Z@4-40': [{ left: 40, right: 80 }] }, several);
      expect(inBands(result, 'Z')).toEqual([
        { bounds: [[600, 1000]], byHand: true },
        { bounds: [[500, 800]], byHand: true },
      ]);
    });

    it('fail the pair where that band is not measured any more', () => {
      const windows = { 'Z@6-40': [{ left: 40, right: 80 }] };
      expect(edited(windows).error).toMatchObject({
        code: 'bad-hand-window',
        message: 'windows were set by hand on component Z, 6–40 s, a period band that is not measured',
      });
      expect(edited({ 'Z@4-40': windows['Z@6-40'] }).error).toBeNull();
    });
  });

  it('may be tiny', () => {
    for (const adj_src_type of ['waveform', 'cc_traveltime', 'multitaper'] as const) {
      const result = edited({ Z: [{ left: 60, right: 60.1 }] }, { ...parameters, adj_src_type });
      expect([adj_src_type, result.error]).toEqual([adj_src_type, null]);
      expect([adj_src_type, Number.isFinite(result.components[1]!.adjoint!.misfit)]).toEqual([adj_src_type, true]);
    }
  });

  it.each([
    [
      [{ left: -21, right: 60 }],
      /Z: the window set by hand from -21 to 60 s lies outside of the trace.*-20 to 179.9 s/,
    ],
    [[{ left: 60, right: 180 }], /outside of the trace/],
    [[{ left: 60, right: 60 }], /has no length/],
    [[{ left: 60, right: 60.04 }], /has no length/],
    [[{ left: 60, right: 50 }], /has no length/],
    [
      [
        { left: 60, right: 90 },
        { left: 40, right: 60.5 },
      ],
      /from 60 to 90 s overlaps the one from 40 to 60.5 s/,
    ],
  ])('that cannot be are refused: %j', (windows, message) => {
    const { error } = edited({ Z: windows });
    expect(error).toMatchObject({ stage: 'window', code: 'bad-hand-window' });
    expect(error!.message).toMatch(message);
    expect(error!.advice).not.toBeNull();
  });

  it('may touch, and count once when they come twice', () => {
    const two = [
      { left: 40, right: 60 },
      { left: 60, right: 80 },
    ];
    expect(bounds(edited({ Z: [...two, { ...two[0]! }] }))['Z']).toEqual([
      [600, 800],
      [800, 1000],
    ]);
  });

  it('are refused where there is no signal', () => {
    const data = trace('BXZ', 80).data.map((value, i) => (i < 600 ? 0 : value));
    const silent = { ...input, synthetic: [{ ...input.synthetic[0]!, data }], observed: [input.observed[0]!] };
    const preprocess = { ...parameters.preprocess, filter: false, taper_percentage: 0 };
    const executive = { ...parameters.executive, steps: ['standardize' as const, 'window' as const] };
    const hand = decision('edited', { Z: [{ left: 0, right: 30 }] });
    const { error } = processPair({ ...silent, hand }, { ...parameters, preprocess, executive });
    expect(error!.message).toBe(
      'component Z: the window set by hand from 0 to 30 s holds no signal: a trace is zero there',
    );
  });
});

describe('other decisions', () => {
  it('reject: no windows, no adjoint sources, and the warning says who and why', () => {
    for (const steps of [parameters.executive.steps, ['standardize' as const, 'preprocess' as const]]) {
      const result = decided(decision('rejected'), { ...parameters, executive: { ...parameters.executive, steps } });
      expect(result).toMatchObject({ error: null, misfit: null });
      expect(result.components.map(({ windows, adjoint }) => [windows, adjoint])).toEqual(Array(2).fill([[], null]));
      expect(result.warnings).toContain('windows rejected by hand by anna on 2024-05-06: cycle skip');
    }
  });

  it('accept: as selected, and marked', () => {
    const { hand, ...accepted } = decided(decision('accepted'));
    expect(hand).toMatchObject({ verdict: 'accepted' });
    expect(accepted).toEqual(decided(null));
  });

  it('withdraw: as if there had been none', () => {
    expect(decided(decision('withdrawn'))).toEqual(decided(null));
  });

  it('win over fixed windows', () => {
    const windows = decided(null).components.flatMap(({ component, windows: own }) =>
      own.map((window) => ({ component, window })),
    );
    const fixed = { evaluation: 'i01/s00', windows };
    const hand = decision('edited', { Z: [{ left: 40, right: 70 }] });
    expect(bounds(processPair({ ...input, fixed, hand }, parameters))).toEqual({
      N: bounds(decided(null))['N'],
      Z: [[600, 900]],
    });
  });
});

describe('the memory of a pair', () => {
  it('gives the same results and the same log, whatever is changed between', () => {
    const memory = new PairMemory();
    const variants: [HandDecision | null, Partial<Parameters>][] = [
      [null, {}],
      [decision('edited', { Z: [{ left: 40, right: 70 }] }), {}],
      [null, { pyflex_parameters: { ...parameters.pyflex_parameters, cc_acceptance_level: 0.99 } }],
      [null, { adj_src_type: 'waveform' }],
      [null, { min_period: 6 }],
      [null, { executive: { ...parameters.executive, steps: ['standardize'] } }],
      [decision('rejected'), { rotate_to_rtz: true }],
      [null, {}],
    ];
    for (const [hand, changes] of variants) {
      const changed = { ...parameters, ...changes };
      const told: [string[], string[]] = [[], []];
      const results = [memory, null].map((kept, i) =>
        processPair({ ...input, hand }, changed, (level, text) => told[i]!.push(`${level} ${text}`), undefined, kept),
      );
      expect(results[0]).toEqual(results[1]);
      expect(told[0]).toEqual(told[1]);
    }
  });

  it('spares the stages before the windows', () => {
    const memory = new PairMemory();
    const run = (changed: Parameters) => processPair(input, changed, undefined, undefined, memory);
    const traces = (result: PairResult) => result.components.map(({ observed }) => observed.data);
    const first = traces(run(parameters));
    const again = traces(run({ ...parameters, win_amp_ratio: 0.5 }));
    expect(again.every((data, i) => data === first[i])).toBe(true);
    const other = traces(run({ ...parameters, max_period: 50 }));
    expect(other.every((data, i) => data !== first[i])).toBe(true);
  });
});
