import { describe, expect, it } from 'vitest';
import type { PairOutcome } from '@/core/model';
import { eventMisfit, inspectorPairs, inspectorWindows, misfitTable, toCsv, toJson, windowTable } from './index';

const trace = { channel: 'NZ.BFZ.10.HHZ', starttime: '2018-02-18T07:43:28.133999900Z', delta: 0.03 };
const ok: PairOutcome = {
  event: 'b',
  station: 'NZ.BFZ',
  status: 'ok',
  misfit: 0.1 + 0.2,
  nwin: 2,
  components: {
    Z: {
      misfit: 0.1 + 0.2,
      nwin: 2,
      windows: [
        { left: 50, right: 90, cc: 0.9, dt: 1e-7, dlnA: -0.5, weight: 8 },
        { left: 10, right: 40, cc: 0.8, dt: -1.5, dlnA: 0, weight: 6 },
      ],
      trace,
    },
    N: { misfit: null, nwin: 0, windows: [], trace: { ...trace, channel: 'NZ.BFZ.10.HHN' } },
  },
  distanceKm: 12.5,
  azimuthDeg: 350,
  backazimuthDeg: 170,
  error: null,
  warnings: [],
  seconds: 1.23,
  timings: { read: 0.5 },
};
const failed: PairOutcome = {
  ...ok,
  event: 'a, "quoted"',
  status: 'failed',
  misfit: null,
  nwin: 0,
  components: {},
  distanceKm: null,
  azimuthDeg: null,
  error: { stage: 'gather', code: 'no-observed', message: 'nothing', advice: null, cause: null },
};

describe('the misfit table', () => {
  it('has a row a pair, sorted, with every digit', () => {
    expect(toCsv(misfitTable([ok, failed], ['N', 'Z']))).toBe(
      [
        'event,station,status,misfit,windows,misfit_N,windows_N,misfit_Z,windows_Z,distance_km,azimuth_deg,error',
        '"a, ""quoted""",NZ.BFZ,failed,,0,,0,,0,,,no-observed',
        'b,NZ.BFZ,ok,0.30000000000000004,2,,0,0.30000000000000004,2,12.5,350,',
        '',
      ].join('\n'),
    );
  });

  it('does not change with the order or the clock', () => {
    const table = toCsv(misfitTable([ok, failed], ['Z']));
    expect(toCsv(misfitTable([failed, { ...ok, seconds: 9, timings: {} }], ['Z']))).toBe(table);
  });
});

describe('the window table', () => {
  it('has a row a window, sorted by time', () => {
    expect(toCsv(windowTable([ok, failed]))).toBe(
      [
        'event,station,component,window,left,right,cc,dt,dlnA',
        'b,NZ.BFZ,Z,0,10,40,0.8,-1.5,0',
        'b,NZ.BFZ,Z,1,50,90,0.9,1e-7,-0.5',
        '',
      ].join('\n'),
    );
  });

  it('reads back from JSON as it was', () => {
    expect(JSON.parse(toJson(windowTable([ok])))).toMatchObject([{ component: 'Z', left: 10 }, { dt: 1e-7 }]);
  });
});

describe("tables in the terms of Pyatoa's Inspector", () => {
  it('have a row a window', () => {
    const { columns, rows } = inspectorWindows([ok, failed], { iteration: 1, step_count: 0 });
    expect(columns.join()).toBe(
      'event,iteration,step,network,station,location,channel,component,misfit,length_s,dlnA,window_weight,max_cc_value,' +
        'relative_endtime,relative_starttime,cc_shift_in_seconds,absolute_starttime,absolute_endtime',
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual([
      ...['b', 'i01', 's00', 'NZ', 'BFZ', '10', 'HHZ', 'Z', 0.1 + 0.2, 30 * 0.03, 0, 6, 0.8, 40 * 0.03, 10 * 0.03],
      ...[-1.5, '2018-02-18T07:43:28.433999Z', '2018-02-18T07:43:29.333999Z'],
    ]);
  });

  it('have a row a measured pair', () => {
    const { columns, rows } = inspectorPairs([failed, ok], { iteration: null, step_count: null });
    expect(Object.fromEntries(columns.map((column, i) => [column, rows[0]![i]]))).toEqual({
      ...{ event: 'b', iteration: 'default', step: '', network: 'NZ', station: 'BFZ' },
      ...{ unscaled_misfit: 0.1 + 0.2, nwin: 2, misfit: (0.1 + 0.2) / 2, distance_km: 12.5, backazimuth: 170 },
    });
    expect(rows).toHaveLength(1);
  });
});

describe('the misfit of an event', () => {
  it('is half the sum per window, or the sum of whole traces', () => {
    expect(eventMisfit([ok, failed, { ...ok, station: 'NZ.ZZZ', misfit: 3, nwin: 4 }])).toBe(
      (0.5 * (0.1 + 0.2 + 3)) / 6,
    );
    expect(eventMisfit([{ ...ok, nwin: 0 }])).toBe(0.1 + 0.2);
    expect(eventMisfit([failed])).toBeNull();
  });
});
