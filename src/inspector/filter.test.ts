import { describe, expect, it } from 'vitest';
import type { PairOutcome, WindowSummary } from '@/core/model';
import { ALL_ROWS, rowTests, type RowFilter } from './filter';

const window = (cc: number, dt: number): WindowSummary => ({ left: 0, right: 9, cc, dt, dlnA: 0, weight: 1 });
const trace = { channel: 'NZ.BFZ.10.HHZ', starttime: '2018-02-18T07:43:28Z', delta: 1 };

function pair(event: string, station: string, windows: WindowSummary[], misfit: number | null): PairOutcome {
  return {
    ...{ event, station, status: misfit === null ? 'failed' : 'ok', misfit, nwin: windows.length },
    components: misfit === null ? {} : { Z: { misfit, nwin: windows.length, windows, trace } },
    ...{ distanceKm: 1, azimuthDeg: 2, backazimuthDeg: 3, error: null, warnings: [], seconds: 0, timings: {} },
  };
}

const good = pair('2018p1', 'NZ.BFZ', [window(0.9, 1), window(0.7, -3)], 2);
const empty = pair('2018p2', 'NZ.PXZ', [], 0);
const failed = pair('2019p1', 'AU.BFZ', [], null);
const passing = (filter: Partial<RowFilter>) => {
  const { pair: test } = rowTests({ ...ALL_ROWS, ...filter });
  return [good, empty, failed].filter(test);
};

describe('a filter of rows', () => {
  it('lets all pass where nothing is asked for', () => {
    expect(passing({})).toEqual([good, empty, failed]);
  });

  it('knows events and stations by names and wildcards', () => {
    expect(passing({ events: ['2018*'] })).toEqual([good, empty]);
    expect(passing({ events: ['2018p2', '2019p?'] })).toEqual([empty, failed]);
    expect(passing({ stations: ['BFZ'] })).toEqual([good, failed]);
    expect(passing({ stations: ['NZ.*.*.HH?'] })).toEqual([good, empty]);
    expect(passing({ within: { events: ['2018p1', '2019p1'], stations: ['NZ.BFZ'] } })).toEqual([good]);
    expect(passing({ pairs: ['2018p2/NZ.PXZ'] })).toEqual([empty]);
    expect(passing({ pairs: [] })).toEqual([]);
  });

  it('knows a pair that is done from one without windows and one that failed', () => {
    expect(passing({ status: ['done'] })).toEqual([good]);
    expect(passing({ status: ['empty', 'failed'] })).toEqual([empty, failed]);
    expect(passing({ withWindows: true })).toEqual([good]);
  });

  it('holds bounds for what was measured; what was not lies in none', () => {
    expect(passing({ misfit: { min: 0, max: null } })).toEqual([good, empty]);
    expect(passing({ misfit: { min: null, max: 2 } })).toEqual([good, empty]);
    expect(passing({ misfit: { min: null, max: 1.99 } })).toEqual([empty]);
  });

  it('takes a pair for one window that passes, and that window only', () => {
    const filter = { ...ALL_ROWS, cc: { min: 0.8, max: null } };
    expect(passing(filter)).toEqual([good]);
    expect(good.components['Z']!.windows.filter(rowTests(filter).window)).toEqual([window(0.9, 1)]);
    // No window has both.
    expect(passing({ cc: { min: 0.8, max: null }, dt: { min: null, max: 0 } })).toEqual([]);
  });

  it('knows components', () => {
    expect(passing({ components: ['Z'] })).toEqual([good, empty]);
    expect(passing({ components: ['N'] })).toEqual([]);
  });
});
