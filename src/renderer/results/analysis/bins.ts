import type { Measure } from '../measures';

/** Intervals of one width, at multiples of it. The first and the last may be open: they hold what lies further out too. */
export interface Bins {
  /** In rising order; one more than there are bins. */
  edges: Float64Array;
  step: number;
  openBelow: boolean;
  openAbove: boolean;
}

/** What bins are chosen by. */
export interface Spread {
  count: number;
  min: number;
  max: number;
  /** The middle 99 percent. */
  low: number;
  high: number;
}

/** 1, 2 or 5 times a power of ten, at least `step`. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((each) => each * power >= step * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(1));
}

function wantedBins(count: number): number {
  return count >= 1000 ? 40 : count >= 100 ? 24 : 12;
}

/** The range worth showing: outliers that would squeeze the rest go into open bins. */
export function shownRange({ min, max, low, high }: Spread, kind: Measure['kind']): [number, number] {
  const span = high - low;
  let from = low - min <= span / 2 ? min : low;
  let to = max - high <= span / 2 ? max : high;
  if (kind === 'signed') [from, to] = [-Math.max(-from, to), Math.max(-from, to)];
  if (kind !== 'signed' && kind !== 'free' && from > 0 && from < 0.4 * to) from = 0;
  return [from, to];
}

/** Edges at multiples of a round step, which change little while results come.
 *  @param before bins that are kept as long as they still serve
 *  @returns null where there is nothing */
export function chooseBins(spread: Spread, kind: Measure['kind'], before: Bins | null): Bins | null {
  if (spread.count === 0) return null;
  const [from, to] = shownRange(spread, kind);
  const span = to - from || Math.abs(to) * 0.1 || 1;
  let step = niceStep(span / wantedBins(spread.count));
  if (kind === 'whole') step = Math.max(1, step);
  if (before && serves(before, spread, from, to, step)) return before;
  const first = Math.floor(from / step + 1e-9);
  // The last edge lies above every value, since bins do not hold their upper edge.
  const last = Math.max(first + 1, Math.floor(to / step + 1e-9) + 1);
  const edges = Float64Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { edges, step, ...openness(edges, spread) };
}

function openness(edges: Float64Array, { min, max }: Spread) {
  return { openBelow: min < edges[0], openAbove: max >= edges[edges.length - 1] };
}

function serves(bins: Bins, spread: Spread, from: number, to: number, step: number): boolean {
  const { edges, openBelow, openAbove } = bins;
  const [first, last] = [edges[0], edges[edges.length - 1]];
  const open = openness(edges, spread);
  return (
    first <= from &&
    (to < last || openAbove) &&
    last - first <= 1.5 * (to - from) + 2 * bins.step &&
    bins.step <= 2.5 * step &&
    bins.step >= step / 2.5 &&
    open.openBelow === openBelow &&
    open.openAbove === openAbove
  );
}

/** The bin of a value that is a number; those beyond the edges count for the outer bins. */
export function binOf({ edges, step }: Bins, value: number): number {
  const last = edges.length - 2;
  let bin = Math.floor((value - edges[0]) / step);
  if (bin > last) return last;
  if (bin < 0) return 0;
  // The quotient is rounded, the edges decide.
  if (value < edges[bin]) bin--;
  else if (value >= edges[bin + 1]) bin++;
  return bin < 0 ? 0 : bin > last ? last : bin;
}

/** The range that bins `from` to `to` select: from the lower edge up to, but without, the upper one. */
export function rangeOf({ edges, openBelow, openAbove }: Bins, from: number, to: number): [number, number] {
  const last = edges.length - 2;
  return [from === 0 && openBelow ? -Infinity : edges[from], to === last && openAbove ? Infinity : edges[to + 1]];
}
