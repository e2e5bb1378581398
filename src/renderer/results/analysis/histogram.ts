import { columnOf, MEASURES, type MeasureKey } from '../measures';
import type { Consumer, Reading, Work } from './analysis';
import { binOf, chooseBins, type Bins } from './bins';
import { IN, SELECTED, strides } from './masks';
import { spreadOf } from './spread';
import { median, Moments } from './statistics';

export interface Statistics {
  count: number;
  mean: number;
  deviation: number;
  /** Null until it is computed. */
  median: number | null;
}

/** Counts by bin, and statistics. */
export interface Counts {
  counts: Uint32Array;
  statistics: Statistics;
}

/** Of everything that passes the filter, and of what is selected of it. */
export interface Parts {
  whole: Counts;
  selected: Counts;
}

/** One component's; without a letter, that of what belongs to pairs. */
export interface HistogramSeries extends Parts {
  component: string | null;
}

export interface Histogram {
  bins: Bins;
  /** In alphabetical order of components. */
  series: HistogramSeries[];
  total: Parts;
  selecting: boolean;
}

/** Values are gathered here for a median; only one is computed at a time. */
let scratch = new Float64Array(0);

function emptyCounts(bins: number, moments: Moments): Counts {
  const { count, mean, deviation } = moments;
  return { counts: new Uint32Array(bins), statistics: { count, mean, deviation, median: null } };
}

function summed(parts: readonly Counts[], moments: Moments, bins: number): Counts {
  const sum = emptyCounts(bins, moments);
  for (const { counts } of parts) counts.forEach((count, bin) => (sum.counts[bin] += count));
  return sum;
}

function withMedian({ counts, statistics }: Counts, value: number): Counts {
  return { counts, statistics: { ...statistics, median: value } };
}

/** The histogram of a measure by component. */
export class HistogramConsumer implements Consumer {
  /** Null where there is nothing of the measure. */
  shown: Histogram | null = null;
  private next: Histogram | null = null;
  private bins: Bins | null = null;

  constructor(readonly key: MeasureKey) {}

  *read(reading: Reading): Work {
    const spread = yield* spreadOf(reading.columns, this.key);
    this.bins = chooseBins(spread, MEASURES[this.key].kind, this.bins);
    this.next = this.bins && (yield* this.count(reading, this.bins, (spread.low + spread.high) / 2));
  }

  show(): void {
    this.shown = this.next;
  }

  *refine(reading: Reading): Work {
    const histogram = this.next;
    if (!histogram) return;
    const { total, selecting } = histogram;
    const whole = withMedian(total.whole, yield* this.medianOf(reading, IN));
    const selected = selecting
      ? withMedian(total.selected, yield* this.medianOf(reading, SELECTED))
      : histogram.total.selected;
    const series = [];
    for (const each of histogram.series) {
      if (each.component === null || histogram.series.length === 1) {
        series.push({ ...each, whole, selected });
        continue;
      }
      const number = reading.columns.components.find(each.component);
      series.push({
        component: each.component,
        whole: withMedian(each.whole, yield* this.medianOf(reading, IN, number)),
        selected: selecting
          ? withMedian(each.selected, yield* this.medianOf(reading, SELECTED, number))
          : each.selected,
      });
    }
    this.next = { ...histogram, total: { whole, selected }, series };
  }

  private *count({ columns, masks }: Reading, bins: Bins, shift: number): Generator<void, Histogram> {
    const isWindow = MEASURES[this.key].level === 'window';
    const letters = isWindow ? [...columns.components.list] : [null];
    const width = bins.edges.length - 1;
    const counts = new Uint32Array(2 * letters.length * width);
    const moments = Array.from({ length: 2 * (letters.length + 1) }, () => new Moments(shift));
    const [all, chosen] = moments.slice(-2);
    yield* strides(isWindow ? masks.windowCount : masks.pairCount, (from, to) => {
      const values = columnOf(columns, this.key);
      const bits = isWindow ? masks.windows : masks.pairs;
      const { component } = columns.windows;
      for (let i = from; i < to; i++) {
        const value = values[i];
        if (!(bits[i] & IN) || !(value - value === 0)) continue;
        const series = isWindow ? component[i] : 0;
        const bin = binOf(bins, value);
        counts[2 * series * width + bin]++;
        moments[2 * series].add(value);
        all.add(value);
        if (!(bits[i] & SELECTED)) continue;
        counts[(2 * series + 1) * width + bin]++;
        moments[2 * series + 1].add(value);
        chosen.add(value);
      }
    });
    const part = (index: number): Counts => ({
      ...emptyCounts(0, moments[index]),
      counts: counts.subarray(index * width, (index + 1) * width),
    });
    const series = letters.map((component, i) => ({ component, whole: part(2 * i), selected: part(2 * i + 1) }));
    series.sort((a, b) => ((a.component ?? '') < (b.component ?? '') ? -1 : 1));
    const total = {
      whole: summed(
        series.map(({ whole }) => whole),
        all,
        width,
      ),
      selected: summed(
        series.map(({ selected }) => selected),
        chosen,
        width,
      ),
    };
    return { bins, series, total, selecting: masks.selecting };
  }

  /** Of what has the bit, of one component or of all. */
  private *medianOf({ columns, masks }: Reading, bit: number, only = -1): Generator<void, number> {
    const isWindow = MEASURES[this.key].level === 'window';
    const end = isWindow ? masks.windowCount : masks.pairCount;
    if (scratch.length < end) scratch = new Float64Array(Math.ceil(1.25 * end));
    let n = 0;
    yield* strides(end, (from, to) => {
      const values = columnOf(columns, this.key);
      const bits = isWindow ? masks.windows : masks.pairs;
      const { component } = columns.windows;
      for (let i = from; i < to; i++) {
        if (!(bits[i] & bit) || (only >= 0 && component[i] !== only)) continue;
        if (values[i] - values[i] === 0) scratch[n++] = values[i];
      }
    });
    return yield* median(scratch, n);
  }
}
