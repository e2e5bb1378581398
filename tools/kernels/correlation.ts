/**
 * The loops of the largest correlation (src/core/signal/correlate.ts), in the same order of operations: the results are
 * the same, bit for bit. Addresses in bytes.
 */
import { times } from './complex';

/** Sums of squares of the first 0, 1, ... n samples of two series of this length. */
export function runningEnergies(d: usize, s: usize, n: i32, ofD: usize, ofS: usize): void {
  let sumD: f64 = 0;
  let sumS: f64 = 0;
  store<f64>(ofD, 0);
  store<f64>(ofS, 0);
  for (const end = d + ((<usize>n) << 3); d < end; d += 8, s += 8) {
    const x = load<f64>(d);
    const y = load<f64>(s);
    sumD += x * x;
    sumS += y * y;
    ofD += 8;
    ofS += 8;
    store<f64>(ofD, sumD);
    store<f64>(ofS, sumS);
  }
}

/** Sum over i of d[i + lag] s[i]; both have n samples. */
export function sumAt(d: usize, s: usize, n: i32, lag: i32): f64 {
  const from = max(0, -lag);
  const end = s + ((<usize>min(n, n - lag)) << 3);
  let sum: f64 = 0;
  d += (<usize>(from + lag)) << 3;
  for (s += (<usize>from) << 3; s < end; s += 8, d += 8) sum += load<f64>(d) * load<f64>(s);
  return sum;
}

/** The first of some lags, as int32, whose sum is the largest. */
export function earliestLargest(d: usize, s: usize, n: i32, lags: usize, count: i32): i32 {
  let best = load<i32>(lags);
  let largest = -Infinity;
  for (const end = lags + ((<usize>count) << 2); lags < end; lags += 4) {
    const lag = load<i32>(lags);
    const value = sumAt(d, s, n, lag);
    if (value > largest) {
      best = lag;
      largest = value;
    }
  }
  return best;
}

/** a times the conjugate of b, in place of a: `count` complex values. */
export function multiplyByConjugate(a: usize, b: usize, count: i32): void {
  for (const end = a + ((<usize>count) << 4); a < end; a += 16, b += 16) {
    const wi = v128.xor(v128.load64_splat(b + 8), f64x2(0.0, -0.0));
    v128.store(a, times(v128.load(a), v128.load64_splat(b), wi));
  }
}

/** The largest value from one sample to another. */
export function largest(x: usize, from: i32, to: i32): f64 {
  let most: f64 = -Infinity;
  const end = x + ((<usize>to) << 3);
  for (x += (<usize>from) << 3; x < end; x += 8) {
    const value = load<f64>(x);
    if (value > most) most = value;
  }
  return most;
}

/** Writes the indices, plus `shift`, of samples at or above a limit as int32. @returns how many there are */
export function indicesAbove(x: usize, from: i32, to: i32, limit: f64, shift: i32, out: usize): i32 {
  const begin = out;
  for (let i = from; i < to; i++) {
    if (!(load<f64>(x + ((<usize>i) << 3)) >= limit)) continue;
    store<i32>(out, i + shift);
    out += 4;
  }
  return <i32>((out - begin) >> 2);
}
