/** Distributes intervals over rows so that those in a row do not overlap, as far as the rows suffice; beyond that an
 *  interval goes into the row whose last one ends first.
 *  @param intervals first and last of each, in any order
 *  @returns the row of each interval */
export function packRows(intervals: readonly (readonly [number, number, ...unknown[]])[], rows: number): number[] {
  const order = intervals.map((_, i) => i).sort((a, b) => intervals[a]![0] - intervals[b]![0]);
  const ends = new Array<number>(rows).fill(-Infinity);
  const result = new Array<number>(intervals.length).fill(0);
  for (const i of order) {
    const [left, right] = intervals[i]!;
    const free = ends.findIndex((end) => end < left);
    const row = free === -1 ? ends.indexOf(Math.min(...ends)) : free;
    ends[row] = Math.max(ends[row]!, right);
    result[i] = row;
  }
  return result;
}
