import { resolve } from 'node:path';
import { defaultParameters, type AdjointSourceType, type MisfitParameters, type Parameters } from '@/core/config';
import { parseTime, type RejectedWindows, type Trace } from '@/core/model';
import { processPair, type ComponentResult, type PairInput, type PairResult } from '@/core/pair';
import { Gatherer, openProject, pairFiles } from '@/project';
import { deviation, REFERENCE, referenceArrays, referenceJson } from '../../support/reference';
import {
  compareArray,
  compareSource,
  compareWindows,
  placed,
  sumOfTimes,
  type Note,
  type WantedSource,
  type WantedWindow,
} from './compare';
import { relative, sameness, type Comparison } from './ledger';
import { withNewerRule } from './olderSimpson';

interface SharedWindow {
  left_index: number;
  right_index: number;
  center_index: number;
  max_cc_value: number;
  cc_shift_in_seconds: number;
  dlnA: number;
  window_weight: number;
  phase_arrivals: { name: string; time: number }[];
}

interface Measured {
  misfit: number;
  adjsrcs: Record<string, { misfit: number; windows: [number, number][] }>;
}

/** One run of the workflow in the folder of reference numbers. */
interface Run extends Measured {
  windows: Record<string, SharedWindow[]>;
  rejected?: Record<string, RejectedWindows>;
  adj_types: Record<string, Measured>;
}

interface RawTrace {
  id: string;
  delta: number;
  starttime: string;
}

/** By component. */
type Misfits = Record<string, number>;
type Arrays = (key: string) => Float64Array | undefined;
/** A line of the table, and how to come to it. */
export type SharedCase = [name: string, compare: () => Promise<Comparison[]>];

/** The cases of `../shared/reference`: a recorded pair in several forms, and thirty synthetic pairs. */
export function sharedCases(): SharedCase[] {
  return [...recordedPair(), ...projects(), ...syntheticPairs()];
}

/** NZ.BFZ from raw arrays, and measured from those that its response was removed from. */
function recordedPair(): SharedCase[] {
  const json = referenceJson<{
    raw: { obs: RawTrace[]; syn: RawTrace[] };
    event: { latitude: number; longitude: number; depth_m: number; time: string; half_dur: number };
    station: { latitude: number; longitude: number; elevation: number };
    standardize: { time_offset_sec: number; gcd_km: number; baz_deg: number };
    runs: Record<string, Run & { min_period: number; max_period: number }>;
  }>('bfz');
  const arrays = arraysOf('bfz');
  const traces = (stage: string, model?: RawTrace) => {
    return (side: 'obs' | 'syn') =>
      json.raw[side].map((raw) =>
        trace({ ...raw, ...model, id: raw.id }, arrays(`${stage}/${side}/${raw.id.slice(-1)}`)!),
      );
  };
  const input = (observed: Trace[]): PairInput => ({
    event: {
      id: '2018p130600',
      time: parseTime(json.event.time),
      latitude: json.event.latitude,
      longitude: json.event.longitude,
      depthKm: json.event.depth_m / 1000,
      magnitude: null,
      momentTensor: null,
      halfDuration: json.event.half_dur,
      region: null,
    },
    station: { network: 'NZ', code: 'BFZ', ...json.station, elevationM: json.station.elevation, channels: [] },
    observed,
    synthetic: traces('raw')('syn'),
  });
  const { time_offset_sec, gcd_km, baz_deg } = json.standardize;

  const standardize: SharedCase = [
    'shared: bfz, standardize',
    async () => {
      const parameters = defaultParameters();
      parameters.executive.steps = ['standardize'];
      const result = processPair(input(traces('raw')('obs')), parameters);
      const place = [result.timeOffset, result.geometry!.distanceKm, result.geometry!.backazimuthDeg];
      const deviates = relative(place, [time_offset_sec, gcd_km, baz_deg]);
      return [
        ...placed('bfz', '', [
          { stage: 'standardize', quantity: 'offset, distance, backazimuth', deviation: deviates },
        ]),
        ...result.components.flatMap((each) =>
          placed('bfz', each.component, tracesOf(each, 'standardize', 'std', arrays)),
        ),
      ];
    },
  ];
  const removed = traces('std_response_removed_disp', json.raw.syn[0])('obs');
  const measured = Object.entries(json.runs).flatMap(([band, run]) =>
    Object.keys(run.adj_types).map((type): SharedCase => [
      `shared: bfz, ${band} s, ${type}`,
      async () => {
        const parameters = withType(type);
        Object.assign(parameters, { min_period: run.min_period, max_period: run.max_period });
        const result = processPair(input(removed), parameters);
        const sources = (component: string) => arrays(`${band}/adjtype/${type}/${component}`);
        return compareRun('bfz', result, run, run.adj_types[type], parameters, band, arrays, sources);
      },
    ]),
  );
  return [standardize, ...measured];
}

/** The same pair from files, in the two forms users have. */
function projects(): SharedCase[] {
  const archive =
    referenceJson<Record<string, Pick<Run, 'windows'> & { component_misfit: Misfits }>>('archive')['8-20'];
  const { windows, adjsrcs } = referenceJson<{ runs: Record<string, Run> }>('bfz').runs['8-20'];
  const slist = Object.entries(adjsrcs).map(([component, { misfit }]) => [component, misfit]);
  const runs = { bfz: archive, 'bfz-slist': { windows, component_misfit: Object.fromEntries(slist) as Misfits } };
  return Object.entries(runs).map(([name, run]): SharedCase => [
    `shared: project ${name}`,
    async () => {
      const { input, parameters } = await gathered(name, '2018p130600', 'NZ.BFZ');
      const result = processPair(input, parameters);
      return result.components.flatMap((each) => {
        const misfit = run.component_misfit[each.component];
        const wanted = misfit === undefined ? undefined : { misfit };
        return placed(name, each.component, [
          ...compareWindows(each.windows, windowsOf(run.windows[each.component])),
          ...compareSource(each.adjoint, wanted, deviation),
        ]);
      });
    },
  ]);
}

/** Thirty pairs without metadata, from files. */
function syntheticPairs(): SharedCase[] {
  const { pairs } = referenceJson<{ pairs: Record<string, Run> }>('mpi30');
  const arrays = arraysOf('mpi30');
  return ['cc_traveltime', 'waveform'].map((type): SharedCase => [
    `shared: project mpi30, ${type}`,
    async () => {
      const all: Comparison[] = [];
      for (const [key, run] of Object.entries(pairs)) {
        const [event, file] = key.split('/');
        const { input, parameters } = await gathered('mpi30', event, file.split('.').slice(0, 2).join('.'));
        const chosen = { ...parameters, adj_src_type: type as AdjointSourceType };
        const sources = (component: string) => arrays(`${key}/adj/${type}/${component}`);
        const measured = type === 'cc_traveltime' ? run : { ...run.adj_types[type], adjsrcs: misfitOnly(run, type) };
        all.push(...compareRun(key, processPair(input, chosen), run, measured, chosen, key, arrays, sources));
      }
      return all;
    },
  ]);
}

/** Of the waveform misfit of the thirty pairs the windows are not repeated: they are those of cc_traveltime. */
function misfitOnly({ adjsrcs, adj_types }: Run, type: string): Measured['adjsrcs'] {
  const { misfit } = adj_types[type];
  return Object.fromEntries(Object.entries(adjsrcs).map(([letter, { windows }]) => [letter, { misfit, windows }]));
}

function compareRun(
  pair: string,
  result: PairResult,
  run: Run,
  measured: Measured,
  parameters: Parameters,
  prefix: string,
  arrays: Arrays,
  sources: Arrays,
): Comparison[] {
  return result.components.flatMap((each) => {
    const { component, synthetic } = each;
    const known = measured.adjsrcs[component];
    const wanted = known && { misfit: known.misfit, adjoint: forward(sources(component)) };
    if (wanted?.adjoint && parameters.adj_src_type === 'cc_traveltime') {
      const { pyadjoint_parameters } = parameters;
      wanted.adjoint = withNewerRule(
        wanted.adjoint,
        synthetic.data,
        synthetic.delta,
        known.windows,
        pyadjoint_parameters,
      );
    }
    const rejected = run.rejected?.[component] ?? {};
    return placed(pair, component, [
      ...tracesOf(each, 'preprocess', `${prefix}/pre`, arrays),
      ...compareArray('STA/LTA', 'STA/LTA', each.stalta, arrays(`${prefix}/stalta/${component}`), deviation),
      { stage: 'windows', quantity: 'rejected', deviation: sameness(sorted(each.rejected), sorted(rejected)) },
      ...compareWindows(each.windows, windowsOf(run.windows[component])),
      ...compareSource(each.adjoint, wanted as WantedSource<Float64Array> | undefined, deviation),
    ]);
  });
}

function tracesOf(each: ComponentResult, stage: 'standardize' | 'preprocess', prefix: string, arrays: Arrays): Note[] {
  const { component, observed, synthetic } = each;
  return [
    ...compareArray(stage, 'observed', observed.data, arrays(`${prefix}/obs/${component}`), deviation),
    ...compareArray(stage, 'synthetic', synthetic.data, arrays(`${prefix}/syn/${component}`), deviation),
  ];
}

async function gathered(name: string, event: string, station: string) {
  const project = await openProject(resolve(REFERENCE, 'projects', name));
  const { parameters } = project;
  return { parameters, input: await new Gatherer().gather(pairFiles(project, event, station), parameters) };
}

/** A misfit function, and behind a comma one parameter that it departs from the defaults in. */
function withType(text: string): Parameters {
  const [type, option] = text.split(',');
  const parameters = defaultParameters();
  const changed = option === undefined ? {} : Object.fromEntries([option.split('=')]);
  const pyadjoint_parameters = { ...parameters.pyadjoint_parameters, ...(changed as Partial<MisfitParameters>) };
  return { ...parameters, adj_src_type: type as AdjointSourceType, pyadjoint_parameters };
}

function windowsOf(windows: SharedWindow[] = []): WantedWindow[] {
  return windows.map((w) => ({
    bounds: [w.left_index, w.right_index, w.center_index],
    cc: w.max_cc_value,
    dt: w.cc_shift_in_seconds,
    dlnA: w.dlnA,
    weight: w.window_weight,
    phases: w.phase_arrivals.map(({ name }) => name).join(','),
    arrivals: sumOfTimes(w.phase_arrivals),
  }));
}

function arraysOf(name: string): Arrays {
  const known = referenceJson<{ arrays: Record<string, unknown> }>(name).arrays;
  const read = referenceArrays(name);
  return (key) => (key in known ? read(key) : undefined);
}

function trace(raw: RawTrace, data: Float64Array): Trace {
  const [network = '', station = '', location = '', channel = ''] = raw.id.split('.');
  return { network, station, location, channel, starttime: parseTime(raw.starttime), delta: raw.delta, data };
}

/** The reference keeps adjoint sources in reverse time. */
function forward(adjoint: Float64Array | undefined): Float64Array | undefined {
  return adjoint?.slice().reverse();
}

function sorted(lists: object): [string, unknown][] {
  return Object.entries(lists).sort(([a], [b]) => (a < b ? -1 : 1));
}
