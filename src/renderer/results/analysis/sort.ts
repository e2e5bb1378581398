import { strides } from './masks';

const DIGIT = 16;
const BUCKETS = 1 << DIGIT;

/** Numbers as whole ones whose order without a sign is theirs: the upper and the lower half of each. NaN comes last,
 *  whichever way. */
function* sortable(
  keys: Float64Array,
  n: number,
  descending: boolean,
): Generator<void, { high: Uint32Array; low: Uint32Array }> {
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, 2 * n);
  const [high, low] = [new Uint32Array(n), new Uint32Array(n)];
  const turn = descending ? 0xffffffff : 0;
  yield* strides(n, (from, to) => {
    for (let i = from; i < to; i++) {
      if (keys[i] !== keys[i]) {
        high[i] = low[i] = 0xffffffff;
        continue;
      }
      // Little-endian, as all machines are that this runs on. Zero has one sign only.
      const isZero = keys[i] === 0;
      const l = isZero ? 0 : halves[2 * i];
      const h = isZero ? 0 : halves[2 * i + 1];
      const flip = (h & 0x80000000 ? 0xffffffff : 0) ^ turn;
      low[i] = l ^ flip;
      high[i] = h ^ flip ^ (h & 0x80000000 ? 0 : 0x80000000);
    }
  });
  return { high, low };
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
  const { high, low } = yield* sortable(keys, n, descending);
  let [from, to] = [new Uint32Array(n), new Uint32Array(n)];
  const order = from;
  yield* strides(n, (first, last) => {
    for (let i = first; i < last; i++) order[i] = i;
  });
  const starts = new Uint32Array(BUCKETS);
  for (const [half, shift] of [
    [low, 0],
    [low, DIGIT],
    [high, 0],
    [high, DIGIT],
  ] as const) {
    starts.fill(0);
    yield* strides(n, (first, last) => {
      for (let i = first; i < last; i++) starts[(half[i] >>> shift) & 0xffff]++;
    });
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
  const [places, sorted] = [from, to];
  yield* strides(n, (first, last) => {
    for (let i = first; i < last; i++) sorted[i] = items[places[i]];
  });
  return sorted;
}
