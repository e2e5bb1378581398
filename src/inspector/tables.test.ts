import { describe, expect, it } from 'vitest';
import type { PairOutcome } from '@/core/model';
import { misfitTable, toCsv, toJson, windowTable } from './index';

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
        { left: 50, right: 90, cc: 0.9, dt: 1e-7, dlnA: -0.5 },
        { left: 10, right: 40, cc: 0.8, dt: -1.5, dlnA: 0 },
      ],
    },
    N: { misfit: null, nwin: 0, windows: [] },
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
