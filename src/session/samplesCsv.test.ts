import { expect, it } from 'vitest';
import type { ComponentDetail, DecimatedTrace, PairDrawing } from '@/core/model';
import { samplesCsv } from './samplesCsv';

const trace = (...values: number[]): DecimatedTrace => ({ start: 0, step: 0.1, min: values, max: values });

function drawing(adjoint: DecimatedTrace | null): PairDrawing {
  const component: ComponentDetail = {
    ...{ component: 'Z', observedChannel: 'NZ.BFZ.10.HHZ', syntheticChannel: 'NZ.BFZ..BXZ', unit: 'DISP' },
    ...{ observed: trace(1, 2e-9, 3), synthetic: trace(4, 5, 6), stalta: null, adjoint, misfit: null },
    ...{ windows: [], rejected: {}, funnel: [], length: 3, delta: 0.1 },
  };
  const plain = { arrivals: [], stalta: { waterlevel: 0 }, warnings: [], error: null, log: '' };
  return { timeOffset: -0.1, components: [component], ...plain, bands: [{ minPeriod: 1, maxPeriod: 2 }], band: 0 };
}

it('writes every sample with its time after the origin', () => {
  expect(samplesCsv(drawing(null), 'Z')).toBe('time_s,observed,synthetic\n-0.1,1,4\n0,2e-9,5\n0.1,3,6\n');
  expect(samplesCsv(drawing(trace(7, 8, 9)), 'Z').split('\n')[1]).toBe('-0.1,1,4,7');
});

it('tells the adjoint source of a period band from that of all', () => {
  const { components } = drawing(trace(7, 8, 9));
  const combined = [{ component: 'Z', misfit: 1, windows: [], byHand: [], adjoint: trace(17, 18, 19) }];
  const csv = samplesCsv({ ...drawing(null), components, combined }, 'Z');
  expect(csv.split('\n').slice(0, 2)).toEqual([
    'time_s,observed,synthetic,adjoint_source,adjoint_source_all_bands',
    '-0.1,1,4,7,17',
  ]);
});

it('names a component that is not there', () => {
  expect(() => samplesCsv(drawing(null), 'N')).toThrow('The pair has no component N.');
});
