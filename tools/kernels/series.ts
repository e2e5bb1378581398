/**
 * Loops over the samples of a trace (src/core/signal), in the same order of operations: the results are the same, bit for
 * bit. Addresses in bytes; a series is float64.
 */

/** Two second-order sections forward or backward (sosfilter.ts), in place, from zero state.
 *  @param x     address of the first sample that is filtered
 *  @param step  8 forward, -8 backward */
export function filterPair(sos: usize, x: usize, n: i32, step: isize): void {
  const b0 = load<f64>(sos);
  const b1 = load<f64>(sos + 8);
  const b2 = load<f64>(sos + 16);
  const a1 = load<f64>(sos + 32);
  const a2 = load<f64>(sos + 40);
  const d0 = load<f64>(sos + 48);
  const d1 = load<f64>(sos + 56);
  const d2 = load<f64>(sos + 64);
  const c1 = load<f64>(sos + 80);
  const c2 = load<f64>(sos + 88);
  let s1: f64 = 0;
  let s2: f64 = 0;
  let t1: f64 = 0;
  let t2: f64 = 0;
  for (let i = 0; i < n; i++, x += step) {
    const u = load<f64>(x);
    const v = b0 * u + s1;
    s1 = b1 * u - a1 * v + s2;
    s2 = b2 * u - a2 * v;
    const y = d0 * v + t1;
    t1 = d1 * v - c1 * y + t2;
    t2 = d2 * v - c2 * y;
    store<f64>(x, y);
  }
}

/** One such section. */
export function filterOne(sos: usize, x: usize, n: i32, step: isize): void {
  const b0 = load<f64>(sos);
  const b1 = load<f64>(sos + 8);
  const b2 = load<f64>(sos + 16);
  const a1 = load<f64>(sos + 32);
  const a2 = load<f64>(sos + 40);
  let s1: f64 = 0;
  let s2: f64 = 0;
  for (let i = 0; i < n; i++, x += step) {
    const u = load<f64>(x);
    const y = b0 * u + s1;
    s1 = b1 * u - a1 * y + s2;
    s2 = b2 * u - a2 * y;
    store<f64>(x, y);
  }
}

/** Sum by halves (detrend.ts). */
function pairwiseSum(x: usize, from: i32, to: i32): f64 {
  if (to - from > 128) {
    const middle = (from + to) >> 1;
    return pairwiseSum(x, from, middle) + pairwiseSum(x, middle, to);
  }
  let sum: f64 = 0;
  const end = x + ((<usize>to) << 3);
  for (let at = x + ((<usize>from) << 3); at < end; at += 8) sum += load<f64>(at);
  return sum;
}

/** Subtracts the mean of n > 0 samples. */
export function demean(x: usize, n: i32): void {
  const mean = f64x2.splat(pairwiseSum(x, 0, n) / <f64>n);
  // One sample more than there are may be read and written: what is there is not a series' own.
  for (const end = x + ((<usize>n) << 3); x < end; x += 16) v128.store(x, f64x2.sub(v128.load(x), mean));
}

/** Subtracts the line through the first and the last of n > 0 samples. */
export function detrend(x: usize, n: i32): void {
  const first = load<f64>(x);
  const slope = n > 1 ? (load<f64>(x + ((<usize>(n - 1)) << 3)) - first) / <f64>(n - 1) : 0;
  for (let i = 0; i < n; i++, x += 8) store<f64>(x, load<f64>(x) - (first + <f64>i * slope));
}

/** Multiplies both ends by a taper, which the last sample begins with. */
export function taper(x: usize, n: i32, side: usize, length: i32): void {
  let last = x + ((<usize>(n - 1)) << 3);
  for (const end = side + ((<usize>length) << 3); side < end; side += 8, x += 8, last -= 8) {
    const weight = load<f64>(side);
    store<f64>(x, load<f64>(x) * weight);
    store<f64>(last, load<f64>(last) * weight);
  }
}

/** Modulus of the analytic signal x + i h, in place of h. */
export function modulus(x: usize, h: usize, n: i32): void {
  for (const end = x + ((<usize>n) << 3); x < end; x += 16, h += 16) {
    const re = v128.load(x);
    const im = v128.load(h);
    v128.store(h, f64x2.sqrt(f64x2.add(f64x2.mul(re, re), f64x2.mul(im, im))));
  }
}

/** Ratio of decaying sums of an envelope plus a hundred-thousandth of its maximum (stalta.ts).
 *  @param lead   samples of the constant before it
 *  @param least  where the long-term sum is below this, the ratio is the constant */
export function staLta(x: usize, n: i32, short: f64, long: f64, lead: i32, least: f64, out: usize): void {
  let most: f64 = 0;
  const end = x + ((<usize>n) << 3);
  for (let at = x; at < end; at += 8) {
    const value = load<f64>(at);
    if (value > most) most = value;
  }
  const floor = most / 1e5;
  let sta: f64 = 0;
  let lta: f64 = 0;
  for (let i = 0; i < lead; i++) {
    sta = floor + short * sta;
    lta = floor + long * lta;
  }
  for (; x < end; x += 8, out += 8) {
    const value = load<f64>(x) + floor;
    sta = value + short * sta;
    lta = value + long * lta;
    store<f64>(out, lta < least ? floor : sta / lta);
  }
}

/** Writes the indices of local maxima of x times `sign` as int32 (extrema.ts).
 *  @param candidate  0 where the first sample may be one, otherwise -1
 *  @returns how many there are */
export function tops(x: usize, n: i32, sign: f64, candidate: i32, out: usize): i32 {
  const begin = out;
  let before = load<f64>(x);
  for (let i = 1; i < n; i++) {
    x += 8;
    const value = load<f64>(x);
    const step = sign * (value - before);
    before = value;
    if (step > 0) {
      candidate = i;
    } else if (step < 0) {
      if (candidate >= 0) {
        store<i32>(out, candidate);
        out += 4;
      }
      candidate = -1;
    }
  }
  return <i32>((out - begin) >> 2);
}

/** x times y, sample by sample. */
export function multiply(x: usize, y: usize, n: i32, out: usize): void {
  for (const end = x + ((<usize>n) << 3); x < end; x += 16, y += 16, out += 16) {
    v128.store(out, f64x2.mul(v128.load(x), v128.load(y)));
  }
}

/** Derivative of n > 1 samples: centred differences, one-sided at both ends (integrate.ts). */
export function gradient(y: usize, n: i32, dx: f64, out: usize): void {
  const last = y + ((<usize>(n - 1)) << 3);
  store<f64>(out, (load<f64>(y + 8) - load<f64>(y)) / dx);
  for (y += 8, out += 8; y < last; y += 8, out += 8) {
    store<f64>(out, (load<f64>(y + 8) - load<f64>(y - 8)) / (2 * dx));
  }
  store<f64>(out, (load<f64>(y) - load<f64>(y - 8)) / dx);
}

function square(at: usize): f64 {
  const value = load<f64>(at);
  return value * value;
}

/** Integral of the squares of n samples by the composite Simpson rule (integrate.ts). */
export function energyIntegral(x: usize, n: i32, dx: f64): f64 {
  if (n < 2) return 0;
  if (n === 2) return 0.5 * dx * (square(x) + square(x + 8));
  const odd = n % 2 === 1 ? n : n - 1;
  let inner: f64 = 0;
  let at = x + 8;
  for (const end = x + ((<usize>odd) << 3); at < end; at += 16)
    inner += square(at - 8) + 4 * square(at) + square(at + 8);
  const whole = (inner * dx) / 3;
  if (odd === n) return whole;
  const last = x + ((<usize>(n - 1)) << 3);
  return whole + dx * ((5 * square(last) + 8 * square(last - 8) - square(last - 16)) / 12);
}

/** x times `factor` over `norm`, in place. */
export function scaleOver(x: usize, n: i32, factor: f64, norm: f64): void {
  const factors = f64x2.splat(factor);
  const norms = f64x2.splat(norm);
  for (const end = x + ((<usize>n) << 3); x < end; x += 16) {
    v128.store(x, f64x2.div(f64x2.mul(v128.load(x), factors), norms));
  }
}

/** A sample of s, moved by `shift` with zeros coming in, times `scale`. */
function fitted(s: usize, n: i32, shift: i32, scale: f64, i: i32): f64 {
  const from = i - shift;
  return from >= 0 && from < n ? scale * load<f64>(s + ((<usize>from) << 3)) : 0;
}

/** Writes three sums of squares: of what such an s leaves of d, of its derivative, and of itself (residuals.ts). */
export function fitEnergies(d: usize, s: usize, n: i32, shift: i32, scale: f64, delta: f64, out: usize): void {
  let left: f64 = 0;
  let rate: f64 = 0;
  let size: f64 = 0;
  let before: f64 = 0;
  let here = fitted(s, n, shift, scale, 0);
  for (let i = 0; i < n; i++, d += 8) {
    const isLast = i === n - 1;
    const after = isLast ? 0 : fitted(s, n, shift, scale, i + 1);
    const rest = load<f64>(d) - here;
    left += rest * rest;
    size += here * here;
    if (n > 1) {
      const step = i === 0 ? (after - here) / delta : isLast ? (here - before) / delta : (after - before) / (2 * delta);
      rate += step * step;
    }
    before = here;
    here = after;
  }
  store<f64>(out, left);
  store<f64>(out + 8, rate);
  store<f64>(out + 16, size);
}

/** Whether all samples are finite. */
export function areFinite(x: usize, n: i32): bool {
  const odd = n & 1;
  const end = x + ((<usize>(n - odd)) << 3);
  let sum = f64x2.splat(0);
  for (; x < end; x += 16) {
    const pair = v128.load(x);
    // Not a number where the sample is none, or infinite.
    sum = f64x2.add(sum, f64x2.sub(pair, pair));
  }
  const last = odd ? load<f64>(x) : 0;
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1) + (last - last) === 0;
}
