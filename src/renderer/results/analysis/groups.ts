import { STRIDE, strides } from './masks';
import { median } from './statistics';

export type GroupStatistic = 'median' | 'mean' | 'count';

/** One value a group, NaN where it has none, and how many it was made of. */
export interface GroupValues {
  value: Float64Array;
  count: Uint32Array;
}

/** The values of each group, next to each other, and where each group begins; one more beginning than there are groups. */
function* gathered(values: Float64Array, groups: Int32Array, n: number, count: Uint32Array) {
  const begins = new Uint32Array(count.length + 1);
  for (let group = 0; group < count.length; group++) begins[group + 1] = begins[group] + count[group];
  const free = begins.slice(0, -1);
  const sorted = new Float64Array(n);
  yield* strides(n, (from, to) => {
    for (let i = from; i < to; i++) sorted[free[groups[i]]++] = values[i];
  });
  return { sorted, begins };
}

/** A statistic of values by group.
 *  @param values the first n are taken, none is NaN
 *  @param groups of each value, from 0 */
export function* groupValues(
  values: Float64Array,
  groups: Int32Array,
  n: number,
  groupCount: number,
  statistic: GroupStatistic,
): Generator<void, GroupValues> {
  const count = new Uint32Array(groupCount);
  const value = new Float64Array(groupCount);
  yield* strides(n, (from, to) => {
    for (let i = from; i < to; i++) {
      count[groups[i]]++;
      value[groups[i]] += values[i];
    }
  });
  if (statistic === 'count') return { value: Float64Array.from(count, (each) => each || NaN), count };
  if (statistic === 'mean') {
    for (let group = 0; group < groupCount; group++) value[group] /= count[group];
    return { value, count };
  }
  const { sorted, begins } = yield* gathered(values, groups, n, count);
  let since = 0;
  for (let group = 0; group < groupCount; group++) {
    value[group] = yield* median(sorted.subarray(begins[group], begins[group + 1]), count[group]);
    since += count[group] + 8;
    if (since < STRIDE / 4) continue;
    since = 0;
    yield;
  }
  return { value, count };
}
