import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parameters } from '@/core/config';
import type { RejectedBounds, Rejection, SeismicEvent, Station, Trace } from '@/core/model';
import { processPair, type ComponentResult, type PairInput, type PairResult } from '@/core/pair';
import { readStations } from '@/formats';
import { deviation } from '../../support/reference';
import { parametersOf } from './cases';
import {
  compareArray,
  compareSource,
  compareWindows,
  placed,
  type Note,
  type WantedSource,
  type WantedWindow,
} from './compare';
import { sameness, type Comparison } from './ledger';

type By<T> = Record<string, T>;
type Side = 'obs' | 'syn';
type Stage = 'standardize' | 'preprocess';
/** Where an array lies in `arrays.f64`, in numbers. */
type Placed = [offset: number, length: number];

interface RawTrace {
  channel: string;
  location: string;
  /** ns */
  start: string;
  delta: number;
  data: Placed;
}

/** What `make-random.py` writes of a pair. */
interface Written {
  seed: number;
  set: Record<string, unknown> & { preprocess: Record<string, unknown> };
  /** ns */
  origin: string;
  /** Latitude, longitude, depth in m. */
  event: [number, number, number] | null;
  station: [latitude: number, longitude: number] | null;
  /** StationXML with the response. */
  inventory: string | null;
  streams: Record<Side, RawTrace[]>;
  expected: {
    stages: Partial<Record<Stage, Record<Side, By<Placed>>>> & { stalta?: By<By<Placed>> };
    error: { stage: string; message: string; cause: string } | null;
    geometry?: [timeOffset: number, distanceKm: number | null, backazimuthDeg: number | null];
    windows?: By<WantedWindow[]>;
    rejected?: By<Partial<Record<Rejection, RejectedBounds[]>>>;
    sources?: By<WantedSource<Placed>>;
  };
}

export interface RandomPair extends Written {
  arrays: Float64Array;
}

/** Where both fail: the response of a horizontal component that the first pass of the first band has turned. */
const BOTH_REFUSE = /No matching response information found/;

/** Where the reference stack fails and Atoa does not: docs/conventions.md. */
const REFUSED = [
  /unable to trim streams and match (start|end)times/,
  /^bands: .*KeyError/,
  /^window: .*pop from empty list/,
  /^window: .*index 0 is out of bounds for axis 0 with size 0/,
  /^window: .*Cannot check data quality/,
];

export function readRandomPairs(folder: string): RandomPair[] {
  const { pairs } = JSON.parse(readFileSync(join(folder, 'pairs.json'), 'utf8')) as { pairs: Written[] };
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, 'arrays.f64'));
  const arrays = new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
  return pairs.map((pair) => ({ ...pair, arrays }));
}

function read({ arrays }: RandomPair, [offset, length]: Placed): Float64Array {
  return arrays.slice(offset, offset + length);
}

export function inputOf(pair: RandomPair): PairInput {
  const side = (traces: RawTrace[]) =>
    traces.map(({ channel, location, start, delta, data }): Trace => ({
      network: 'XX',
      station: 'AAA',
      location,
      channel,
      starttime: BigInt(start),
      delta,
      data: read(pair, data),
    }));
  const { event, origin, streams } = pair;
  return {
    event: event && eventOf(event, BigInt(origin)),
    station: stationOf(pair),
    observed: side(streams.obs),
    synthetic: side(streams.syn),
  };
}

function eventOf([latitude, longitude, depth]: [number, number, number], time: bigint): SeismicEvent {
  const unknown = { magnitude: null, momentTensor: null, halfDuration: null, region: null };
  return { id: 'made-up', time, latitude, longitude, depthKm: depth / 1000, ...unknown };
}

function stationOf({ station, inventory }: RandomPair): Station | null {
  if (inventory !== null) return readStations(new TextEncoder().encode(inventory), 'made-up.xml')[0];
  if (station === null) return null;
  return { network: 'XX', code: 'AAA', latitude: station[0], longitude: station[1], elevationM: 10, channels: [] };
}

export function run(pair: RandomPair): { result: PairResult; standardized: PairResult; parameters: Parameters } {
  const input = inputOf(pair);
  const target = pair.set.preprocess['standardize_to'] === 'obs' ? input.observed : input.synthetic;
  const parameters = parametersOf(pair.set, target[0].data.length);
  const executive = { ...parameters.executive, steps: ['standardize' as const] };
  return {
    result: processPair(input, parameters),
    standardized: processPair(input, { ...parameters, executive }),
    parameters,
  };
}

export function compareRandom(pair: RandomPair): { verdict: string; comparisons: Comparison[] } {
  const { result, standardized, parameters } = run(pair);
  const { expected } = pair;
  const by = (own: Float64Array, wanted: Placed) => deviation(own, read(pair, wanted));
  const name = `seed ${pair.seed}`;
  const hasResponse = parameters.preprocess.remove_response && parameters.st_obs_type === 'obs';
  const traces = (from: PairResult, stage: Stage) =>
    from.components.flatMap(({ component, observed, synthetic }: ComponentResult) => {
      const wanted = expected.stages[stage];
      return placed(name, component, [
        ...compareArray(
          stage === 'preprocess' && hasResponse ? 'response' : stage,
          'observed',
          observed.data,
          wanted?.obs[component],
          by,
        ),
        ...compareArray(stage, 'synthetic', synthetic.data, wanted?.syn[component], by),
      ]);
    });
  const comparisons = [
    ...traces(standardized, 'standardize'),
    ...geometry(result, expected.geometry, name),
    ...(result.error === null && parameters.executive.steps.includes('preprocess') ? traces(result, 'preprocess') : []),
    ...(expected.error === null ? measured(result, pair, name, by) : []),
  ];
  if (expected.error !== null) {
    const { stage, message, cause } = expected.error;
    const text = `${stage}: ${message} (${cause})`;
    if (REFUSED.some((known) => known.test(text)) || (result.error !== null && BOTH_REFUSE.test(text)))
      return { verdict: '', comparisons };
    return { verdict: `${text} | own: ${ownText(result)}`, comparisons };
  }
  if (isUnrotated(result, expected)) return { verdict: '', comparisons: [] };
  return { verdict: result.error === null ? '' : `own: ${result.error.code} ${result.error.message}`, comparisons };
}

/** Where nothing was rotated there are no R and T to measure: the reference stack tells of no windows, Atoa why. */
function isUnrotated({ error }: PairResult, { sources }: Written['expected']): boolean {
  return error?.code === 'no-common-component' && Object.keys(sources ?? {}).length === 0;
}

function ownText({ error, components, misfit }: PairResult): string {
  const windows = components.map(({ component, windows: w }) => `${component}${w.length}`).join(' ');
  return error === null ? `misfit ${misfit}, windows ${windows}` : `${error.code}: ${error.message}`;
}

function geometry(result: PairResult, wanted: Written['expected']['geometry'], name: string): Comparison[] {
  if (wanted === undefined) return [];
  const own = result.geometry === null ? [] : [result.geometry.distanceKm, result.geometry.backazimuthDeg];
  const [offset, ...theirs] = wanted;
  // ObsPy tells differences of times in whole microseconds.
  const isSame = Math.abs(result.timeOffset - offset) < 0.6e-6;
  const [distance = 0, backazimuth = 0] = theirs.map((value, i) => Math.abs((value ?? own[i] ?? 0) - (own[i] ?? 0)));
  // Without geographiclib ObsPy iterates until it knows a distance to some centimetres.
  const isNear = distance < 1e-4 && backazimuth < 1e-6;
  return placed(name, '', [
    { stage: 'standardize', quantity: 'offset', deviation: isSame ? 0 : Infinity },
    { stage: 'standardize', quantity: 'distance, backazimuth', deviation: isNear ? 0 : Infinity },
  ]);
}

function measured(
  result: PairResult,
  pair: RandomPair,
  name: string,
  by: (own: Float64Array, wanted: Placed) => number,
): Comparison[] {
  const { windows, rejected, sources, stages } = pair.expected;
  const letters = new Set([
    ...result.components.map(({ component }) => component),
    ...Object.keys({ ...windows, ...sources }),
  ]);
  return [...letters].flatMap((letter) => {
    const own = result.components.find(({ component }) => component === letter);
    if (own === undefined)
      return placed(name, letter, [{ stage: 'windows', quantity: 'component', deviation: Infinity } satisfies Note]);
    const lists = (all: Partial<Record<string, RejectedBounds[]>>) =>
      Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
    return placed(name, letter, [
      ...compareArray('STA/LTA', 'STA/LTA', own.stalta, stages.stalta?.['']?.[letter], by),
      ...(rejected === undefined
        ? []
        : [
            {
              stage: 'windows',
              quantity: 'rejected',
              deviation: sameness(lists(own.rejected), lists(rejected[letter] ?? {})),
            } satisfies Note,
          ]),
      ...(windows === undefined ? [] : compareWindows(own.windows, windows[letter] ?? [])),
      ...(sources === undefined ? [] : compareSource(own.adjoint, sources[letter], by)),
    ]);
  });
}
