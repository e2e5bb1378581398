import { reader } from '../brush';
import { MEASURES, type MeasureKey } from '../measures';
import type { Consumer, Reading, Work } from './analysis';
import { binOf, chooseBins, shownRange, type Bins } from './bins';
import { IN, SELECTED, strides } from './masks';
import { spreadOf } from './spread';
import { Moments } from './statistics';

/** Cells of the plane, across and up. */
export const GRID = { columns: 180, rows: 110 };
/** Up to so many, points are drawn one by one. */
const MOST_POINTS = 3000;

/** y by x, in one bin of x. */
export interface Slice {
  bin: number;
  count: number;
  mean: number;
  deviation: number;
}

export interface Scatter {
  x: MeasureKey;
  y: MeasureKey;
  /** From and to, in the measures' units. */
  xRange: [number, number];
  yRange: [number, number];
  /** Numbers of points by cell, row by row from below; points further out count for the cells at the edge. */
  whole: Uint32Array;
  selected: Uint32Array;
  count: number;
  selectedCount: number;
  /** x and y of each point; null where there are too many. */
  points: { x: Float64Array; y: Float64Array; selected: Uint8Array } | null;
  bins: Bins;
  /** Bins of x that hold anything, of everything and of the selection. */
  slices: { whole: Slice[]; selected: Slice[] };
  selecting: boolean;
}

/** Whether windows or pairs are the points of a plane. */
export function levelOf(x: MeasureKey, y: MeasureKey): 'window' | 'pair' {
  return MEASURES[x].level === 'window' || MEASURES[y].level === 'window' ? 'window' : 'pair';
}

function padded([from, to]: [number, number]): [number, number] {
  const room = 0.03 * (to - from) || Math.abs(to) * 0.1 || 1;
  return [from - room, to + room];
}

/** The cell of a value along one side. */
export function cellOf(value: number, [from, to]: readonly [number, number], cells: number): number {
  return Math.max(0, Math.min(cells - 1, Math.floor(((value - from) / (to - from)) * cells)));
}

function slicesOf(moments: readonly Moments[]): Slice[] {
  return moments.flatMap(({ count, mean, deviation }, bin) => (count === 0 ? [] : [{ bin, count, mean, deviation }]));
}

/** One measure against another. */
export class ScatterConsumer implements Consumer {
  shown: Scatter | null = null;
  private next: Scatter | null = null;
  private bins: Bins | null = null;

  constructor(
    private readonly x: MeasureKey,
    private readonly y: MeasureKey,
  ) {}

  *read(reading: Reading): Work {
    const across = yield* spreadOf(reading.columns, this.x);
    const up = yield* spreadOf(reading.columns, this.y);
    this.bins = chooseBins(across, MEASURES[this.x].kind, this.bins);
    if (!this.bins || up.count === 0) {
      this.next = null;
      return;
    }
    const xRange = padded(shownRange(across, MEASURES[this.x].kind));
    const yRange = padded(shownRange(up, MEASURES[this.y].kind));
    this.next = yield* this.count(reading, this.bins, xRange, yRange, (up.low + up.high) / 2);
  }

  show(): void {
    this.shown = this.next;
  }

  private *count(
    { columns, masks }: Reading,
    bins: Bins,
    xRange: [number, number],
    yRange: [number, number],
    shift: number,
  ): Generator<void, Scatter> {
    const level = levelOf(this.x, this.y);
    const [bits, end] = level === 'window' ? [masks.windows, masks.windowCount] : [masks.pairs, masks.pairCount];
    const cells = GRID.columns * GRID.rows;
    const [whole, selected] = [new Uint32Array(cells), new Uint32Array(cells)];
    const slices = [0, 1].map(() => Array.from({ length: bins.edges.length - 1 }, () => new Moments(shift)));
    const points = {
      x: new Float64Array(MOST_POINTS),
      y: new Float64Array(MOST_POINTS),
      selected: new Uint8Array(MOST_POINTS),
    };
    let [count, selectedCount] = [0, 0];
    yield* strides(end, (from, to) => {
      const [x, y] = [reader(columns, this.x, level), reader(columns, this.y, level)];
      for (let i = from; i < to; i++) {
        if (!(bits[i] & IN)) continue;
        const [a, b] = [x(i), y(i)];
        if (!(a - a === 0) || !(b - b === 0)) continue;
        const isSelected = (bits[i] & SELECTED) !== 0;
        const cell = cellOf(b, yRange, GRID.rows) * GRID.columns + cellOf(a, xRange, GRID.columns);
        const bin = binOf(bins, a);
        if (count < MOST_POINTS) {
          points.x[count] = a;
          points.y[count] = b;
          points.selected[count] = isSelected ? 1 : 0;
        }
        count++;
        whole[cell]++;
        slices[0][bin].add(b);
        if (!isSelected) continue;
        selectedCount++;
        selected[cell]++;
        slices[1][bin].add(b);
      }
    });
    const few = {
      x: points.x.subarray(0, count),
      y: points.y.subarray(0, count),
      selected: points.selected.subarray(0, count),
    };
    return {
      ...{ x: this.x, y: this.y, xRange, yRange, whole, selected, count, selectedCount, bins },
      points: count <= MOST_POINTS ? few : null,
      slices: { whole: slicesOf(slices[0]), selected: slicesOf(slices[1]) },
      selecting: masks.selecting,
    };
  }
}
