import type { AdjointSource, PhaseArrival, RejectedBounds, Window, WindowMeasurement } from '@/core/model';
import { relative, sameness, type AgreementStage, type Comparison } from './ledger';

/** What is compared of one component, before it is told of which. */
export type Note = Omit<Comparison, 'pair' | 'component'>;

export interface WantedWindow {
  bounds: RejectedBounds;
  cc: number;
  dt: number;
  dlnA: number;
  weight: number;
  /** Names of the arrivals inside, and the sum of their times in s. */
  phases: string;
  arrivals: number;
}

export interface WantedSource<A> {
  misfit: number;
  adjoint?: A;
  windows?: WantedStatistics[];
}

/** As Pyadjoint names them. */
export interface WantedStatistics {
  tshift?: number | null;
  dlna?: number | null;
  sigma_dt?: number | null;
  sigma_dlna?: number | null;
}

const STATISTICS = [
  ['tshift', 'tshift'],
  ['dlna', 'dlna'],
  ['sigma_dt', 'sigmaDt'],
  ['sigma_dlna', 'sigmaDlna'],
] as const satisfies readonly (readonly [keyof WantedStatistics, keyof WindowMeasurement])[];

/** How an array is compared with what is known of the wanted one. */
export type ArrayDeviation<A> = (own: Float64Array, wanted: A) => number;

/** One array of a stage; nothing where none is wanted. */
export function compareArray<A>(
  stage: AgreementStage,
  quantity: string,
  own: Float64Array | null,
  wanted: A | undefined,
  deviationOf: ArrayDeviation<A>,
): Note[] {
  if (wanted === undefined) return [];
  return [{ stage, quantity, deviation: own === null ? Infinity : deviationOf(own, wanted) }];
}

export function compareWindows(windows: readonly Window[], wanted: readonly WantedWindow[]): Note[] {
  const bounds = windows.map(({ left, right, center }) => [left, right, center]);
  const wantedBounds = wanted.map((window) => window.bounds);
  const same = { stage: 'windows', quantity: 'bounds', deviation: sameness(bounds, wantedBounds) } as const;
  if (same.deviation !== 0) return [same];
  const phases = windows.map(({ phases: inside }) => inside.map(({ name }) => name).join(','));
  const wantedPhases = wanted.map((window) => window.phases);
  const figure = (quantity: string, own: (w: Window) => number, theirs: (w: WantedWindow) => number): Note => {
    return { stage: 'fit', quantity, deviation: relative(windows.map(own), wanted.map(theirs)) };
  };
  return [
    same,
    { stage: 'windows', quantity: 'phases', deviation: sameness(phases, wantedPhases) },
    figure(
      'cc',
      (w) => w.cc,
      (w) => w.cc,
    ),
    figure(
      'dt',
      (w) => w.shiftSeconds,
      (w) => w.dt,
    ),
    figure(
      'dlnA',
      (w) => w.dlnA,
      (w) => w.dlnA,
    ),
    figure(
      'weight',
      (w) => w.weight,
      (w) => w.weight,
    ),
    figure(
      'arrivals',
      (w) => sumOfTimes(w.phases),
      (w) => w.arrivals,
    ),
  ];
}

export function sumOfTimes(arrivals: readonly Pick<PhaseArrival, 'time'>[]): number {
  return arrivals.reduce((sum, { time }) => sum + time, 0);
}

/** Shift, amplitude ratio and their errors, of each window that has them. */
export function compareStatistics(own: readonly WindowMeasurement[], wanted: readonly WantedStatistics[]): Note[] {
  return wanted.flatMap((statistics, i) =>
    STATISTICS.flatMap(([theirs, ours]): Note[] => {
      const value = statistics[theirs] ?? null;
      if (value === null) return [];
      const deviation = relative([own[i]?.[ours] ?? NaN], [value]);
      return [{ stage: 'fit', quantity: `measured ${ours} of window ${i + 1}`, deviation }];
    }),
  );
}

/** What was measured in each window, the misfit, and the adjoint source; or that there is none. */
export function compareSource<A>(
  own: AdjointSource | null,
  wanted: WantedSource<A> | undefined,
  deviationOf: ArrayDeviation<A>,
): Note[] {
  if (own === null || wanted === undefined) {
    return [{ stage: 'windows', quantity: 'measured', deviation: sameness(own !== null, wanted !== undefined) }];
  }
  return [
    ...compareStatistics(own.windows, wanted.windows ?? []),
    { stage: 'misfit', quantity: 'misfit', deviation: relative([own.misfit], [wanted.misfit]) },
    ...compareArray('adjoint source', 'adjoint source', own.data, wanted.adjoint, deviationOf),
  ];
}

/** Tells of which pair and component notes are. */
export function placed(pair: string, component: string, notes: readonly Note[]): Comparison[] {
  return notes.map((note) => ({ pair, component, ...note }));
}
