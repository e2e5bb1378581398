import type { AdjointSource, Rejection, WindowMeasurement } from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';
import { checksum, type WantedPair, type WantedSource } from './cases';
import { relative, sameness, type Bound, type Comparison } from './ledger';
import { signature, signatureDeviation, type Signature } from './signature';

type Note = Omit<Comparison, 'pair' | 'component'>;
/** The bound of observed arrays: a response removed from them asks for less. */
type ObservedBound = Extract<Bound, 'stage' | 'response'>;

const STATISTICS = [
  ['tshift', 'tshift'],
  ['dlna', 'dlna'],
  ['sigma_dt', 'sigmaDt'],
  ['sigma_dlna', 'sigmaDlna'],
] as const satisfies readonly (readonly [string, keyof WindowMeasurement])[];

/** All that can be compared of the traces after one stage. */
export function compareTraces(
  result: PairResult,
  wanted: WantedPair,
  stage: 'standardize' | 'preprocess',
  observedBound: ObservedBound,
): Comparison[] {
  const { obs = {}, syn = {} } = wanted.stages[stage] ?? {};
  return result.components.flatMap(({ component, observed, synthetic }) => {
    const notes = [
      ...compareArray(`${stage}: observed`, observed.data, obs[component], observedBound),
      ...compareArray(`${stage}: synthetic`, synthetic.data, syn[component], 'stage'),
    ];
    return notes.map((note) => at(wanted, component, note));
  });
}

/** Time offset, distance and backazimuth. */
export function compareGeometry({ timeOffset, geometry }: PairResult, wanted: WantedPair): Comparison[] {
  if (wanted.geometry === undefined) return [];
  const [offset, distanceKm, backazimuthDeg] = wanted.geometry;
  const place = distanceKm === null || backazimuthDeg === null ? [] : [distanceKm, backazimuthDeg];
  const own = geometry === null ? [] : [geometry.distanceKm, geometry.backazimuthDeg];
  const deviation = relative([timeOffset, ...own], [offset, ...place]);
  return [at(wanted, '', { quantity: 'geometry', deviation, bound: 'stage' })];
}

/** STA/LTA, rejections, windows, misfit and adjoint source of each component. */
export function compareMeasurement(result: PairResult, wanted: WantedPair): Comparison[] {
  const components = [...new Set([wanted.windows, wanted.sources].flatMap((by) => Object.keys(by ?? {})))];
  const own = result.components.map(({ component }) => component);
  const extra = result.components.filter(({ windows, adjoint }) => windows.length > 0 || adjoint !== null);
  const all = [...own, ...components.filter((component) => !own.includes(component))];
  return all.flatMap((letter) => {
    const component = result.components.find((each) => each.component === letter);
    if (component === undefined) return [at(wanted, letter, missing())];
    const notes = [
      ...compareArray('STA/LTA', component.stalta, wanted.stages.stalta?.['']?.[letter], 'stage'),
      ...compareWindows(component, wanted),
      ...(wanted.sources === undefined ? [] : compareSource(component.adjoint, wanted.sources[letter])),
    ];
    if (extra.includes(component) && wanted.windows && !components.includes(letter)) notes.push(missing());
    return notes.map((note) => at(wanted, letter, note));
  });
}

/** Misfit, what was measured in each window, and the adjoint source. */
export function compareSource(own: AdjointSource | null, wanted: WantedSource | undefined): Note[] {
  const presence: Note = { quantity: 'adjoint', deviation: sameness(own !== null, wanted !== undefined), bound: 'same' };
  if (own === null || wanted === undefined) return presence.deviation === 0 ? [] : [presence];
  const figures = wanted.windows.flatMap((statistics, i) =>
    STATISTICS.flatMap(([theirs, ours]): Note[] => {
      const value = statistics[theirs];
      const deviation = relative([own.windows[i]?.[ours] ?? NaN], [value ?? 0]);
      return value === undefined ? [] : [{ quantity: `measured ${ours}`, deviation, bound: 'figure' }];
    }),
  );
  return [
    ...figures,
    { quantity: 'misfit', deviation: relative([own.misfit], [wanted.misfit]), bound: 'figure' },
    ...compareArray('adjoint source', own.data, wanted.adjoint, 'adjoint'),
  ];
}

function compareWindows({ component, windows, rejected }: ComponentResult, wanted: WantedPair): Note[] {
  if (wanted.windows === undefined) return [];
  const list = wanted.windows[component] ?? [];
  const sums = Object.entries(rejected).map(([name, rows]) => [name, [rows.length, checksum(rows)]]);
  const own = Object.fromEntries(sums) as Partial<Record<Rejection, [number, number]>>;
  const bounds = windows.map(({ left, right, center }) => [left, right, center]);
  const notes: Note[] = [
    { quantity: 'rejected', deviation: sameness(sorted(own), sorted(wanted.rejected?.[component] ?? {})), bound: 'same' },
    { quantity: 'window bounds', deviation: sameness(bounds, list.map((w) => w.bounds)), bound: 'same' },
  ];
  if (bounds.length !== list.length) return notes;
  const figure = (quantity: string, pick: (i: number) => [own: number, wanted: number]): Note[] =>
    list.map((_, i) => {
      const [a, b] = pick(i);
      return { quantity, deviation: relative([a], [b]), bound: 'figure' };
    });
  const phases = windows.map(({ phases }) => phases.map(({ name }) => name).join(','));
  return [
    ...notes,
    ...figure('window cc', (i) => [windows[i].cc, list[i].cc]),
    ...figure('window dt', (i) => [windows[i].shiftSeconds, list[i].dt]),
    ...figure('window dlnA', (i) => [windows[i].dlnA, list[i].dlnA]),
    ...figure('window weight', (i) => [windows[i].weight, list[i].weight]),
    { quantity: 'window phases', deviation: sameness(phases, list.map((w) => w.phases)), bound: 'same' },
    ...figure('window arrivals', (i) => [sumOfTimes(windows[i]), list[i].arrivals]),
  ];
}

function sumOfTimes({ phases }: { phases: { time: number }[] }): number {
  return phases.reduce((sum, { time }) => sum + time, 0);
}

function sorted(lists: Partial<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(lists).sort(([a], [b]) => (a < b ? -1 : 1));
}

function compareArray(
  quantity: string,
  own: Float64Array | null,
  wanted: Signature | undefined,
  bound: Bound,
): Note[] {
  if (wanted === undefined) return [];
  const deviation = own === null ? Infinity : signatureDeviation(signature(own), wanted);
  return [{ quantity, deviation, bound }];
}

function missing(): Note {
  return { quantity: 'components', deviation: Infinity, bound: 'same' };
}

function at(wanted: WantedPair, component: string, note: Note): Comparison {
  return { pair: wanted.pair.join(' '), component, ...note };
}

