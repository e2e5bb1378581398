import { describe, expect, it } from 'vitest';
import { defaultParameters } from '@/core/config';
import type { PairOutcome } from '@/core/model';
import { ALL_ROWS, eventMisfit, makeTable, misfitTable, offeredColumns, stationPairTable, toCsv } from './index';
import type { TableRequest } from './tables';
import { jsonPieces } from './text';

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

const parameters = { ...defaultParameters(), component_list: ['N', 'Z'] };
const request: TableRequest = { table: 'windows', naming: 'atoa', columns: null, filter: ALL_ROWS };
const csvOf = (change: Partial<TableRequest>) => toCsv(makeTable([ok, failed], parameters, { ...request, ...change }));

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
    expect(csvOf({ table: 'misfits' })).toBe(toCsv(misfitTable([ok, failed], ['N', 'Z'])));
  });

  it('does not change with the order or the clock', () => {
    const table = toCsv(misfitTable([ok, failed], ['Z']));
    expect(toCsv(misfitTable([failed, { ...ok, seconds: 9, timings: {} }], ['Z']))).toBe(table);
  });

  it('has the columns that are asked for, in their order', () => {
    const columns = ['message', 'misfit', 'event'];
    expect(csvOf({ table: 'misfits', columns })).toBe(
      'message,misfit,event\nnothing,,"a, ""quoted"""\n,0.30000000000000004,b\n',
    );
    expect(() => csvOf({ columns: ['misfit', 'nonsense'] })).toThrow(/no column "nonsense"; there are event, station/);
  });

  it('has columns of the components that are asked for only', () => {
    const names = [
      ...csvOf({ table: 'misfits', filter: { ...ALL_ROWS, components: ['Z'] } })
        .split('\n')[0]!
        .split(','),
    ];
    expect(names).toContain('misfit_Z');
    expect(names).not.toContain('misfit_N');
  });
});

describe('the window table', () => {
  it('has a row a window, sorted by time', () => {
    expect(csvOf({})).toBe(
      [
        'event,station,component,window,left,right,cc,dt,dlnA',
        'b,NZ.BFZ,Z,0,10,40,0.8,-1.5,0',
        'b,NZ.BFZ,Z,1,50,90,0.9,1e-7,-0.5',
        '',
      ].join('\n'),
    );
  });

  it('keeps the place of a window that a filter leaves alone', () => {
    const filter = { ...ALL_ROWS, cc: { min: 0.85, max: null } };
    expect(csvOf({ filter, columns: ['window', 'cc', 'starttime'] })).toBe(
      'window,cc,starttime\n1,0.9,2018-02-18T07:43:29.633999Z\n',
    );
  });

  it('is the same as JSON, whether in one piece or in many', () => {
    const table = makeTable([ok], parameters, request);
    const rows = [...table.rows];
    const objects = rows.map((row) => Object.fromEntries(table.columns.map(({ name }, i) => [name, row[i]])));
    const text = (all: typeof rows) => [...jsonPieces({ ...table, rows: all })].join('');
    expect(text(rows)).toBe(`${JSON.stringify(objects, null, 1)}\n`);
    expect(text([])).toBe('[]\n');
    const many = Array.from({ length: 2500 }, () => rows).flat();
    const all = Array.from({ length: 2500 }, () => objects).flat();
    expect(text(many)).toBe(`${JSON.stringify(all, null, 1)}\n`);
  });
});

describe('decisions by hand', () => {
  const hand = { verdict: 'edited' as const, by: 'anna', at: '2024-05-06T07:08:09.000Z', note: 'cycle skip' };
  const edited: PairOutcome = {
    ...ok,
    components: { ...ok.components, Z: { ...ok.components['Z']!, byHand: true } },
    hand,
  };
  const other = { ...ok, station: 'NZ.WEL' };
  const made = (change: Partial<TableRequest>) =>
    toCsv(makeTable([edited, other].values(), parameters, { ...request, ...change })).split('\n');

  it('have a last column in the table of pairs, where there are any', () => {
    const lines = toCsv(misfitTable([edited, other], ['Z'])).split('\n');
    expect(lines.map((line) => line.split(',').slice(-2))).toEqual([['error', 'hand'], ['', 'edited'], ['', ''], ['']]);
    expect(toCsv(misfitTable([ok], ['Z']))).not.toContain('hand');
    const columns = ['station', 'hand', 'hand_by', 'hand_at', 'hand_note'];
    expect(made({ table: 'misfits', columns })[1]).toBe(`NZ.BFZ,edited,anna,${hand.at},cycle skip`);
  });

  it('have last columns in the table of windows, which tell those that were set by hand', () => {
    const [head, first, , third] = made({});
    expect(head!.split(',').slice(-3)).toEqual(['dlnA', 'hand', 'set_by_hand']);
    expect(first!.split(',').slice(-2)).toEqual(['edited', '1']);
    expect(third!.split(',').slice(-2)).toEqual(['', '0']);
    expect(csvOf({})).not.toContain('hand');
  });
});

describe('the table of station pairs', () => {
  const partner = { component: 'Z', distanceKm: 30, similarity: 0.9, windows: 2, misfit: 1.5 };
  const compared = {
    ...ok,
    partners: [partner, { ...partner, component: 'N' }].map((p) => ({ ...p, station: 'NZ.PXZ' })),
  };

  it('has a row a component of two stations', () => {
    const header = 'event,station_a,station_b,component,distance_km,similarity,windows,misfit';
    const rows = ['N', 'Z'].map((letter) => `b,NZ.BFZ,NZ.PXZ,${letter},30,0.9,2,1.5`);
    expect(toCsv(stationPairTable([compared]))).toBe([header, ...rows, ''].join('\n'));
  });

  it('finds a station on either side', () => {
    const count = (filter: Partial<typeof ALL_ROWS>) => {
      const table = makeTable([compared], parameters, {
        ...request,
        table: 'stations',
        filter: { ...ALL_ROWS, ...filter },
      });
      return [...table.rows].length;
    };
    expect(count({ stations: ['PXZ'] })).toBe(2);
    expect(count({ stations: ['NZ.BFZ.*.HH?'], components: ['Z'] })).toBe(1);
    expect(count({ stations: ['NZ.XXX'] })).toBe(0);
    expect(count({ misfit: { min: 2, max: null } })).toBe(0);
  });
});

describe("tables in the terms of Pyatoa's Inspector", () => {
  it('have a row a window', () => {
    const evaluation = { ...parameters, iteration: 1, step_count: 0 };
    const table = makeTable([ok, failed], evaluation, { ...request, naming: 'pyatoa' });
    expect(table.columns.map(({ name }) => name).join()).toBe(
      'event,iteration,step,network,station,location,channel,component,misfit,length_s,dlnA,window_weight,max_cc_value,' +
        'relative_endtime,relative_starttime,cc_shift_in_seconds,absolute_starttime,absolute_endtime',
    );
    const rows = [...table.rows];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual([
      ...['b', 'i01', 's00', 'NZ', 'BFZ', '10', 'HHZ', 'Z', 0.1 + 0.2, 30 * 0.03, 0, 6, 0.8, 40 * 0.03, 10 * 0.03],
      ...[-1.5, '2018-02-18T07:43:28.433999Z', '2018-02-18T07:43:29.333999Z'],
    ]);
  });

  it('have a row a measured pair', () => {
    const table = makeTable([failed, ok], parameters, { ...request, table: 'misfits', naming: 'pyatoa' });
    const rows = [...table.rows];
    expect(Object.fromEntries(table.columns.map(({ name }, i) => [name, rows[0]![i]]))).toEqual({
      ...{ event: 'b', iteration: 'default', step: '', network: 'NZ', station: 'BFZ' },
      ...{ unscaled_misfit: 0.1 + 0.2, nwin: 2, misfit: (0.1 + 0.2) / 2, distance_km: 12.5, backazimuth: 170 },
    });
    expect(rows).toHaveLength(1);
  });

  it('offer the same columns, whatever rows there are', () => {
    const offered = offeredColumns(parameters, 'windows', 'atoa');
    expect(offered.filter(({ optional }) => !optional).map(({ name }) => name)).toEqual(
      makeTable([], parameters, request).columns.map(({ name }) => name),
    );
    expect(offered.find(({ name }) => name === 'dt')).toEqual({
      name: 'dt',
      type: 'number',
      unit: 's',
      optional: false,
    });
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

describe('the table of windows in several period bands', () => {
  it('tells the band of each window in a last column, and no other table has one', () => {
    const { preprocess } = parameters;
    const several: typeof parameters = {
      ...parameters,
      preprocess: {
        ...preprocess,
        period_bands: [
          [10, 30],
          [20, 60],
        ],
      },
    };
    const { Z } = ok.components;
    const windows = Z!.windows.map((window, band) => ({ ...window, band }));
    const outcome = { ...ok, components: { Z: { ...Z!, windows } } };
    const lines = (change: Partial<TableRequest>, by = several) =>
      toCsv(makeTable([outcome], by, { ...request, ...change }))
        .trim()
        .split('\n');
    expect(lines({}).map((line) => line.split(',').at(-1))).toEqual(['band', '20-60', '10-30']);
    expect(
      toCsv(makeTable([ok], several, request))
        .trim()
        .split('\n')
        .at(-1),
    ).toMatch(/,$/);
    expect(lines({}, parameters)[0]).not.toMatch(/band/);
    for (const change of [{ naming: 'pyatoa' }, { table: 'misfits' }] as const) {
      expect(lines(change)).toEqual(lines(change, parameters));
    }
  });
});
