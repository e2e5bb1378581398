import { describe, expect, it } from 'vitest';
import { defaultParameters, type Parameters } from '@/core/config';
import { addSeconds, parseTime, type SeismicEvent, type Station, type Trace } from '@/core/model';
import { processPair } from './process';
import type { PairInput } from './types';

const ORIGIN = parseTime('2020-01-01T00:00:00Z');
const DELTA = 0.1;
const N = 2000;

function trace(channel: string, changes: Partial<Trace> = {}, at = 80, amplitude = 1): Trace {
  const data = Float64Array.from({ length: N }, (_, i) => {
    const t = i * DELTA - at;
    return amplitude * Math.exp(-((t / 8) ** 2)) * Math.cos((2 * Math.PI * t) / 7);
  });
  return {
    network: 'XX',
    station: 'A',
    location: '',
    channel,
    starttime: addSeconds(ORIGIN, -20),
    delta: DELTA,
    data,
    ...changes,
  };
}

const EVENT: SeismicEvent = {
  id: '001',
  time: ORIGIN,
  latitude: 0,
  longitude: 0,
  depthKm: 10,
  magnitude: 5,
  momentTensor: null,
  halfDuration: 3,
  region: null,
};

const STATION: Station = { network: 'XX', code: 'A', latitude: 0, longitude: 3, elevationM: 0, channels: [] };

const input = (changes: Partial<PairInput> = {}): PairInput => ({
  event: null,
  station: null,
  observed: [trace('BXZ', {}, 81)],
  synthetic: [trace('BXZ')],
  ...changes,
});

function parameters(changes: (p: Parameters) => void = () => undefined): Parameters {
  const p = { ...defaultParameters(), min_period: 4, max_period: 40 };
  changes(p);
  return p;
}

describe('the workflow of a pair', () => {
  it('goes through all steps, leaves its input alone, and tells what it did', () => {
    const given = input();
    const before = given.observed[0].data.slice();
    const lines: string[] = [];
    let now = 0;
    const result = processPair(
      given,
      parameters(),
      (_, line) => lines.push(line),
      () => ++now,
    );
    expect(result.error).toBeNull();
    expect(result.components.map(({ component }) => component)).toEqual(['Z']);
    expect(result.misfit).toBeCloseTo(0.5, 1);
    expect(given.observed[0].data).toEqual(before);
    expect(Object.keys(result.timings)).toEqual(['standardize', 'preprocess', 'window', 'measure']);
    expect(lines.join('\n')).toMatch(/component Z: 1 window of .*\n.*component Z: cc_traveltime misfit/s);
    expect(result.warnings).toContain('no event coordinates: windows are not rejected on travel times');
  });

  it('measures whole traces, less a second at both ends, without the window step', () => {
    const result = processPair(
      input(),
      parameters((p) => (p.executive.steps = ['standardize', 'preprocess'])),
    );
    const [{ adjoint, windows }] = result.components;
    expect(windows).toEqual([]);
    expect(adjoint!.windows[0].left).toBe(1);
    expect(adjoint!.windows[0].right).toBeCloseTo(199.1, 9);
  });

  it('has no misfit, and says so, where no windows are found', () => {
    const result = processPair(
      input(),
      parameters((p) => (p.pyflex_parameters.cc_acceptance_level = 1.1)),
    );
    expect(result).toMatchObject({ error: null, misfit: null });
    expect(result.warnings).toContain('no windows: nothing was measured');
  });

  it('starts at the time offset; without an event at 0, or at the file’s first time under the corrected convention', () => {
    expect(processPair(input({ event: EVENT }), parameters()).timeOffset).toBe(-20);
    const timed = input({ synthetic: [{ ...trace('BXZ'), firstTime: -48 }] });
    expect(processPair(timed, parameters()).timeOffset).toBe(0);
    expect(
      processPair(
        timed,
        parameters((p) => (p.conventions = 'corrected')),
      ).timeOffset,
    ).toBe(-48);
  });

  it('uses the event’s half duration under the corrected convention, and a given one under both', () => {
    const peak = (p: Parameters) => Math.max(...processPair(input({ event: EVENT }), p).components[0].synthetic.data);
    const plain = peak(parameters());
    const given = peak(parameters((p) => (p.preprocess.half_duration = 3)));
    expect(given).toBeLessThan(0.95 * plain);
    expect(peak(parameters((p) => (p.conventions = 'corrected')))).toBeCloseTo(given, 12);
    expect(peak(parameters((p) => (p.preprocess.convolve_with_stf = false)))).toBe(plain);
  });
});

describe('components', () => {
  it('rotates N and E to R and T by the backazimuth, on both sides', () => {
    const both = (late: number) => [
      trace('BXN', {}, 80 + late, 0.5),
      trace('BXE', {}, 80 + late),
      trace('BXZ', {}, 80 + late),
    ];
    const given = input({ event: EVENT, station: STATION, observed: both(1), synthetic: both(0) });
    const result = processPair(
      given,
      parameters((p) => (p.rotate_to_rtz = true)),
    );
    expect(result.components.map(({ synthetic }) => synthetic.channel)).toEqual(['BXR', 'BXT', 'BXZ']);
    const [radial, transverse] = result.components.map(({ synthetic }) => Math.max(...synthetic.data.map(Math.abs)));
    expect(radial / transverse).toBeCloseTo(2, 1);
    const unrotated = processPair(
      { ...given, event: null },
      parameters((p) => (p.rotate_to_rtz = true)),
    );
    expect(unrotated.components.map(({ component }) => component)).toEqual(['Z']);
    expect(unrotated.warnings.join()).toMatch(/not rotated to R and T/);
  });

  it('turns observed channels 1 and 2 to north and east by their azimuths', () => {
    const channel = (code: string, azimuthDeg: number | null) => ({
      location: '',
      code,
      latitude: 0,
      longitude: 3,
      elevationM: 0,
      depthM: 0,
      azimuthDeg,
      dipDeg: 0,
      sampleRate: 10,
      start: null,
      end: null,
      response: null,
    });
    const observed = [trace('BH1', {}, 80, 3), trace('BH2', {}, 80, 1)];
    const synthetic = [trace('BXN'), trace('BXE')];
    const at = (...azimuths: (number | null)[]) => {
      const channels = [channel('BH1', azimuths[0]), channel('BH2', azimuths[1])];
      return processPair(input({ observed, synthetic, station: { ...STATION, channels } }), parameters());
    };
    const peaks = (result: ReturnType<typeof at>) =>
      result.components.map((c) => Math.abs(Math.max(...c.observed.data)));
    const [east, north] = peaks(at(0, 90));
    expect(north / east).toBeCloseTo(3, 9);
    const turned = at(90, 180).components;
    expect(turned.map(({ observed: o }) => o.channel)).toEqual(['BHE', 'BHN']);
    expect(turned[1].observed.data[800] / turned[0].observed.data[800]).toBeCloseTo(-1 / 3, 9);
    expect(at(null, null).error?.code).toBe('no-common-component');
  });

  it('takes the first of several locations and channels, and names the others', () => {
    const observed = [
      trace('HHZ', { location: '10' }),
      trace('HHZ', { location: '00' }),
      trace('BHZ', { location: '00' }),
    ];
    const result = processPair(input({ observed }), parameters());
    expect(result.components[0].observed).toMatchObject({ location: '00', channel: 'BHZ' });
    expect(result.warnings).toContain('observed component Z: XX.A.00.BHZ is used, not XX.A.00.HHZ, XX.A.10.HHZ');
  });

  it('warns of components that one side lacks', () => {
    const result = processPair(input({ synthetic: [trace('BXZ'), trace('BXN')] }), parameters());
    expect(result.warnings).toContain('component N is not measured: there is no observed trace of it');
  });
});

describe('bands', () => {
  const measured = (conventions: Parameters['conventions'], bands: [number, number][] | null, min = 4, max = 40) =>
    processPair(
      input(),
      parameters((p) => {
        Object.assign(p, { min_period: min, max_period: max, conventions });
        p.preprocess.period_bands = bands;
      }),
    ).components[0];

  it('average misfit and adjoint source, and collect windows', () => {
    const [a, b] = [measured('corrected', null), measured('corrected', null, 5, 50)];
    const both = measured('corrected', [
      [4, 40],
      [5, 50],
    ]);
    expect(both.adjoint!.misfit).toBeCloseTo((a.adjoint!.misfit + b.adjoint!.misfit) / 2, 12);
    expect(both.adjoint!.data[800]).toBeCloseTo((a.adjoint!.data[800] + b.adjoint!.data[800]) / 2, 12);
    const of = (band: number) => (window: object) => ({ ...window, band });
    expect(both.windows).toEqual([...a.windows.map(of(0)), ...b.windows.map(of(1))]);
    expect(both.observed.data).toEqual(a.observed.data);
  });

  it('stay by themselves beside what they come to together', () => {
    const bands: [number, number][] = [
      [4, 40],
      [5, 50],
    ];
    const change = (p: Parameters) => {
      Object.assign(p, { conventions: 'corrected', min_period: 4, max_period: 40 });
      p.preprocess.period_bands = bands;
    };
    const result = processPair(input(), parameters(change));
    expect(result.bands!.map(({ band }) => band)).toEqual(
      bands.map(([minPeriod, maxPeriod]) => ({ minPeriod, maxPeriod })),
    );
    const alone = [measured('corrected', null), measured('corrected', null, 5, 50)];
    expect(result.bands!.map(({ components }) => components[0])).toEqual(alone);
    expect(
      processPair(
        input(),
        parameters((p) => (p.conventions = 'corrected')),
      ).bands,
    ).toBeUndefined();
  });

  it('preprocess the first band twice under the pyatoa convention', () => {
    const once = measured('pyatoa', null).observed.data;
    expect(measured('corrected', [[4, 40]]).observed.data).toEqual(once);
    const twice = measured('pyatoa', [[4, 40]]).observed.data;
    // It is told once for all pairs: see bandCaution.
    expect(
      processPair(
        input(),
        parameters((p) => (p.preprocess.period_bands = [[4, 40]])),
      ).warnings.join(),
    ).not.toMatch(/twice/);
    expect(Math.max(...twice)).toBeLessThan(Math.max(...once));
  });

  it('are preprocessed first in the whole band: the widest one twice is the narrow one after the wide', () => {
    const [narrow, wide] = [measured('pyatoa', [[5, 30]]), measured('pyatoa', null)].map((each) => each.observed);
    const again = processPair(
      input({ observed: [wide], synthetic: [wide] }),
      parameters((p) => Object.assign(p, { min_period: 5, max_period: 30 })),
    ).components[0].observed;
    expect(narrow.data).toEqual(again.data);
  });

  it('are measured with their own periods, with those of the whole under the pyatoa convention', () => {
    const bands: [number, number][] = [[5, 30]];
    expect(measured('corrected', bands).adjoint).toMatchObject({ minPeriod: 5, maxPeriod: 30 });
    const { adjoint, windows } = measured('pyatoa', bands);
    expect(adjoint).toMatchObject({ minPeriod: 4, maxPeriod: 40 });
    expect(windows.map(({ minPeriod }) => minPeriod)).toEqual(windows.map(() => 4));
  });
});

describe('normalization', () => {
  const peaks = (normalize_to: Parameters['preprocess']['normalize_to']) => {
    const given = input({ observed: [trace('BXZ', {}, 80, 5)] });
    const [{ observed, synthetic }] = processPair(
      given,
      parameters((p) => (p.preprocess.normalize_to = normalize_to)),
    ).components;
    return [observed, synthetic].map(({ data }) => data.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0));
  };

  it('scales one side to the other, or both to one', () => {
    const [obs, syn] = peaks(null);
    expect(peaks('obs')[1]).toBeCloseTo(obs, 12);
    expect(peaks('syn')[0]).toBeCloseTo(syn, 12);
    expect(peaks('one')).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
  });
});

describe('failures are results', () => {
  const failure = (given: PairInput, change?: (p: Parameters) => void) => processPair(given, parameters(change)).error;
  const nan = trace('BXZ');
  nan.data[7] = NaN;

  it.each([
    ['no-observed', input({ observed: [] })],
    ['no-synthetic', input({ synthetic: [trace('BXY')] })],
    ['not-finite', input({ observed: [nan] })],
    ['constant-trace', input({ observed: [trace('BXZ', { data: new Float64Array(N).fill(3) })] })],
    ['no-overlap', input({ observed: [trace('BXZ', { starttime: addSeconds(ORIGIN, 500) })] })],
    ['no-common-component', input({ observed: [trace('BXN')] })],
  ])('%s', (code, given) => {
    const error = failure(given);
    expect(error).toMatchObject({ code });
    expect(error!.advice).not.toBeNull();
  });

  it('no-response, and what was standardized is kept', () => {
    const result = processPair(
      input({ station: STATION }),
      parameters((p) => (p.preprocess.remove_response = true)),
    );
    expect(result.error).toMatchObject({ stage: 'preprocess', code: 'no-response' });
    expect(result.components).toHaveLength(1);
  });

  it('unequal-traces without the standardize step', () => {
    const observed = [trace('BXZ', { delta: 0.05 })];
    expect(failure(input({ observed }), (p) => (p.executive.steps = ['preprocess']))).toMatchObject({
      code: 'unequal-traces',
    });
  });
});
