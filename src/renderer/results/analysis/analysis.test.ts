import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, windowOf } from '../../../../test/support/resultOutcomes';
import { resultBench } from '../store/resultBench';
import { HistogramConsumer } from './histogram';
import { median } from './statistics';

function filled() {
  const bench = resultBench();
  bench.rows.upsert([
    outcomeOf('a', 'NZ.X', {
      Z: [windowOf(0, 9, { dt: 1 }), windowOf(9, 20, { dt: 2 })],
      N: [windowOf(0, 9, { dt: -1 })],
    }),
    outcomeOf('a', 'NZ.Y', { Z: [windowOf(0, 9, { dt: 3 })] }),
    outcomeOf('b', 'NZ.X', {}),
  ]);
  const histogram = new HistogramConsumer('dt');
  bench.analysis.register(histogram);
  bench.settle();
  return { ...bench, histogram };
}

describe('the analysis', () => {
  it('counts by component, with mean, median and deviation', () => {
    const { histogram, analysis } = filled();
    const { series, total } = histogram.shown!;
    expect(series.map(({ component, whole }) => [component, whole.statistics.count])).toEqual([
      ['N', 1],
      ['Z', 3],
    ]);
    expect(total.whole.statistics).toEqual({ count: 4, mean: 1.25, median: 1.5, deviation: Math.sqrt(8.75 / 3) });
    expect(total.whole.counts.reduce((sum, count) => sum + count)).toBe(4);
    expect(analysis.masks.counts).toEqual({ pairs: 3, windows: 4, selectedPairs: 0, selectedWindows: 0 });
  });

  it('selects windows by a range, and the pairs that hold them', () => {
    const { histogram, analysis, settle } = filled();
    analysis.choose({ brushes: new Map([['dt', { kind: 'range', measure: 'dt', min: 1, max: 3 }]]) });
    settle();
    expect(analysis.masks.counts).toEqual({ pairs: 3, windows: 4, selectedPairs: 1, selectedWindows: 2 });
    expect(histogram.shown!.total.selected.statistics).toMatchObject({ count: 2, mean: 1.5, median: 1.5 });
  });

  it('keeps what is to be done with a selection until the selection is known', () => {
    const { analysis, settle } = filled();
    const selected: number[] = [];
    const note = () => selected.push(analysis.masks.counts.selectedWindows);
    expect(analysis.isCurrent()).toBe(true);
    analysis.choose({ brushes: new Map([['dt', { kind: 'range', measure: 'dt', min: 1, max: 3 }]]) });
    expect(analysis.isCurrent()).toBe(false);
    analysis.whenCurrent(note);
    expect(selected).toEqual([]);
    analysis.choose({ brushes: new Map([['dt', { kind: 'range', measure: 'dt', min: 3, max: 4 }]]) });
    settle();
    expect(analysis.isCurrent()).toBe(true);
    expect(selected).toEqual([1]);
    analysis.whenCurrent(note);
    expect(selected).toEqual([1, 1]);
  });

  it('selects what all brushes select', () => {
    const { analysis, settle } = filled();
    analysis.choose({
      brushes: new Map([
        ['dt', { kind: 'range', measure: 'dt', min: 0, max: Infinity }],
        ['map', { kind: 'ends', events: new Set(), stations: new Set(['NZ.Y']) }],
      ]),
    });
    settle();
    expect(analysis.masks.counts).toMatchObject({ selectedPairs: 1, selectedWindows: 1 });
    analysis.choose({ brushes: new Map([['map', { kind: 'ends', events: new Set(['b']), stations: new Set() }]]) });
    settle();
    expect(analysis.masks.counts).toMatchObject({ selectedPairs: 1, selectedWindows: 0 });
  });

  it('selects by a line in the plane of two measures, also of different kinds', () => {
    const { analysis, settle } = filled();
    const polygon: [number, number][] = [
      [0, 50],
      [2.5, 50],
      [2.5, 150],
      [0, 150],
    ];
    analysis.choose({ brushes: new Map([['scatter', { kind: 'area', x: 'dt', y: 'distance', polygon }]]) });
    settle();
    expect(analysis.masks.counts).toMatchObject({ selectedPairs: 1, selectedWindows: 2 });
  });

  it('leaves out what the filter leaves out', () => {
    const { analysis, histogram, settle } = filled();
    analysis.choose({ filter: { components: new Set(['Z']), events: 'a', stations: 'NZ.X' } });
    settle();
    expect(analysis.masks.counts).toMatchObject({ pairs: 1, windows: 2 });
    expect(histogram.shown!.total.whole.statistics.mean).toBe(1.5);
  });

  it('takes results that come later into the selection', () => {
    const { analysis, rows, settle } = filled();
    analysis.choose({ brushes: new Map([['dt', { kind: 'range', measure: 'dt', min: 1, max: 3 }]]) });
    rows.upsert([outcomeOf('c', 'NZ.Z', { E: [windowOf(0, 9, { dt: 2.5 })] })]);
    settle();
    expect(analysis.masks.counts).toMatchObject({ pairs: 4, selectedPairs: 2, selectedWindows: 3 });
    rows.clear();
    settle();
    expect(analysis.masks.counts).toMatchObject({ pairs: 0, selectedPairs: 0 });
  });
});

it('finds the median of any values', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -5, max: 5 }), { minLength: 1 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      const [low, high] = [sorted[(values.length - 1) >> 1], sorted[values.length >> 1]];
      const work = median(Float64Array.from(values), values.length);
      let step = work.next();
      while (!step.done) step = work.next();
      expect(step.value).toBe(low === high ? low : (low + high) / 2);
    }),
  );
});
