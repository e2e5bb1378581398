/** Values over which a range is chosen, counted in bins of equal width. */
export interface Histogram {
  least: number;
  most: number;
  counts: Uint32Array;
}

/** @returns null where there are no values, or all are one */
export function histogramOf(values: Iterable<number>, bins: number): Histogram | null {
  const known = [...values];
  let [least, most] = [Infinity, -Infinity];
  for (const value of known) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!(most > least)) return null;
  const counts = new Uint32Array(bins);
  for (const value of known) counts[Math.min(bins - 1, Math.floor(((value - least) / (most - least)) * bins))]!++;
  return { least, most, counts };
}
