import { expect, it } from 'vitest';
import { funnelTable } from './funnel';

it('tells what each step took, of all components that any of them lost to', () => {
  const table = funnelTable([
    {
      component: 'N',
      funnel: [
        ['candidates', 20],
        ['min_length', 15],
        ['water_level', 15],
        ['curtailed', 15],
        ['min_length', 14],
        ['cc', 2],
      ],
    },
    {
      component: 'Z',
      funnel: [
        ['candidates', 9],
        ['min_length', 9],
        ['water_level', 4],
        ['curtailed', 4],
        ['min_length', 4],
        ['cc', 0],
      ],
    },
  ]);
  expect(table).toEqual({
    steps: ['min_length', 'water_level', 'cc'],
    rows: [
      { component: 'N', candidates: 20, taken: [6, 0, 12], windows: 2 },
      { component: 'Z', candidates: 9, taken: [0, 5, 4], windows: 0 },
    ],
  });
});

it('is empty where no windows are selected', () => {
  expect(funnelTable([{ component: 'Z', funnel: [] }])).toEqual({
    steps: [],
    rows: [{ component: 'Z', candidates: 0, taken: [], windows: 0 }],
  });
});
