import { describe, expect, it } from 'vitest';
import { inputs } from '@/api';
import { NO_FILTER, toFilter } from './filter';

const elsewhere = {
  selection: { events: new Set(['a']), stations: new Set(['NZ.BFZ', 'NZ.PXZ']) },
  results: () => ['a/NZ.BFZ'],
};

describe('the filter of the Export area', () => {
  it('is as the engine wants it', () => {
    const filter = toFilter(
      { ...NO_FILTER, events: '2018p*, b', stations: 'BFZ;NZ.*', components: 'n z', cc: { min: 0.8, max: null } },
      elsewhere,
    );
    expect(filter).toMatchObject({ events: ['2018p*', 'b'], stations: ['BFZ', 'NZ.*'], components: ['N', 'Z'] });
    expect(inputs.previewTable.safeParse({ table: 'misfits', filter, rows: 5 }).success).toBe(true);
  });

  it('takes what is selected elsewhere where that is asked for', () => {
    expect(toFilter(NO_FILTER, elsewhere)).toMatchObject({ within: null, pairs: null });
    expect(toFilter({ ...NO_FILTER, scope: 'select' }, elsewhere)).toMatchObject({
      within: { events: ['a'], stations: ['NZ.BFZ', 'NZ.PXZ'] },
      pairs: null,
    });
    expect(toFilter({ ...NO_FILTER, scope: 'results' }, elsewhere)).toMatchObject({
      within: null,
      pairs: ['a/NZ.BFZ'],
    });
  });
});
