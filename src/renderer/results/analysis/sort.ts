import { strides } from './masks';

const DIGIT = 16;
const BUCKETS = 1 << DIGIT;

/** Numbers as whole ones whose order without a sign is theirs: the upper and the lower half of each. NaN comes last,
 *  whichever way. */
function sortable(keys: Float64Array, n: number, descending: boolean): [Uint32Array, Uint32Array] {
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, 2 * n);
  const [high, low] = [new Uint32Array(n), new Uint32Array(n)];
  for (let i = 0; i < n; i++) {
    if (keys[i] !== keys[i]) {
      high[i] = low[i] = 0xffffffff;
      continue;
    }
    // Little-endian, as all machines are that this runs on. Zero has one sign only.
    const [l, h] = keys[i] === 0 ? [0, 0] : [halves[2 * i], halves[2 * i + 1]];
    const flip = (h & 0x80000000 ? 0xffffffff : 0) ^ (descending ? 0xffffffff : 0);
    low[i] = l ^ flip;
    high[i] = h ^ flip ^ (h & 0x80000000 ? 0 : 0x80000000);
  }
  return [high, low];
}

/** Sorts the first n items by their keys; those with equal keys stay in their order. Numbers are sorted digit by digit, so
 *  that a million take some tens of milliseconds, spread over many steps.
 *  @param items in any order, which is changed
 *  @param keys  of each item, n at least
 *  @see Knuth, The Art of Computer Programming 3, 5.2.5 */
export function* sortByKeys(
  items: Uint32Array,
  keys: Float64Array,
  n: number,
  descending: boolean,
): Generator<void, Uint32Array> {
  const [high, low] = sortable(keys, n, descending);
  yield;
  let [from, to] = [Uint32Array.from({ length: n }, (_, i) => i), new Uint32Array(n)];
  yield;
  const starts = new Uint32Array(BUCKETS);
  for (const [half, shift] of [
    [low, 0],
    [low, DIGIT],
    [high, 0],
    [high, DIGIT],
  ] as const) {
    starts.fill(0);
    for (let i = 0; i < n; i++) starts[(half[i] >>> shift) & 0xffff]++;
    yield;
    if (n > 0 && starts[(half[0] >>> shift) & 0xffff] === n) continue;
    let start = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const count = starts[bucket];
      starts[bucket] = start;
      start += count;
    }
    const [source, target] = [from, to];
    yield* strides(n, (first, last) => {
      for (let i = first; i < last; i++) target[starts[(half[source[i]] >>> shift) & 0xffff]++] = source[i];
    });
    [from, to] = [to, from];
  }
  for (let i = 0; i < n; i++) to[i] = items[from[i]];
  return to;
}
