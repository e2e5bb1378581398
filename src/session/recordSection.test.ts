import { expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import type { PairOutcome, SectionTrace } from '@/core/model';
import type { ResultReader } from '@/executive';
import type { ProjectDesk } from './projectDesk';
import { recordSection } from './recordSection';

/** What a dataset has of a station: of several period bands the windows of all. */
function stored(station: string): SectionTrace {
  const trace = { first: 0, step: 1, min: [0], max: [0] };
  const windows = [
    { left: 15, right: 20 },
    { left: 30, right: 40 },
  ];
  return {
    ...{ station, distanceKm: null, azimuthDeg: null, timeOffset: -10, windows },
    ...{ observed: trace, synthetic: trace },
  } as unknown as SectionTrace;
}

/** What the journal has: samples of 0.5 s from the first one. */
function journalled(station: string): PairOutcome {
  const windows = [
    { left: 50, right: 60, band: 0 },
    { left: 80, right: 100, band: 1 },
  ];
  const components = { Z: { misfit: 1, nwin: 2, windows, trace: { delta: 0.5 } } };
  return { event: 'a', station, distanceKm: 7, azimuthDeg: 90, components } as unknown as PairOutcome;
}

function section(period_bands: [number, number][] | null) {
  const parameters = defaultParameters();
  const project = {
    parameters: {
      ...parameters,
      min_period: 5,
      max_period: 80,
      preprocess: { ...parameters.preprocess, period_bands },
    },
    events: new Map(),
    stations: new Map(),
  };
  const known = new Map([['NZ.A', journalled('NZ.A')]]);
  const outcomes = { get: ({ station }: { station: string }) => known.get(station) ?? null };
  const results = { section: async () => [stored('NZ.B'), stored('NZ.A')] };
  const desk = { project, outcomes } as unknown as ProjectDesk;
  return recordSection(desk, results as unknown as ResultReader, { event: 'a', component: 'Z', width: 10 });
}

const BANDS: [number, number][] = [
  [10, 30],
  [20, 60],
];

it('has the windows of the first of several period bands, and says of how many stations it leaves them out', async () => {
  const { band, isOneOfBands, traces, withoutBands } = await section(BANDS);
  expect([band, isOneOfBands, withoutBands]).toEqual([{ minPeriod: 10, maxPeriod: 30 }, true, 1]);
  expect(traces.map(({ station, distanceKm, windows }) => [station, distanceKm, windows])).toEqual([
    ['NZ.A', 7, [{ left: 15, right: 20 }]],
    ['NZ.B', null, []],
  ]);
});

it('has the windows of a dataset where there is one period band', async () => {
  const { band, isOneOfBands, traces, withoutBands } = await section(null);
  expect([band, isOneOfBands, withoutBands]).toEqual([{ minPeriod: 5, maxPeriod: 80 }, false, 0]);
  expect(traces.map(({ windows }) => windows)).toEqual([stored('NZ.A').windows, stored('NZ.B').windows]);
});
