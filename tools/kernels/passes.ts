/**
 * The passes of the Stockham transform (src/core/signal/fft/passes.ts) in AssemblyScript, with two float64 at a time: one
 * complex value, in the same order of operations: the results are the same, bit for bit. Addresses in bytes; `m` and `s`
 * as there.
 */
import { imaginary, times, turned } from './complex';

export function pass2(x: usize, y: usize, tw: usize, m: i32, s: i32): void {
  const stride: usize = (<usize>s) << 4;
  const step = stride * <usize>m;
  let i = x;
  let o = y;
  for (let p = 0; p < m; p++, tw += 16, o += stride) {
    const wr = v128.load64_splat(tw);
    const wi = imaginary(tw + 8);
    for (const end = i + stride; i < end; i += 16, o += 16) {
      const a = v128.load(i);
      const b = v128.load(i + step);
      v128.store(o, f64x2.add(a, b));
      v128.store(o + stride, times(f64x2.sub(a, b), wr, wi));
    }
  }
}

export function pass3(x: usize, y: usize, tw: usize, m: i32, s: i32): void {
  const sin60 = f64x2.splat(0.8660254037844386);
  const half = f64x2.splat(0.5);
  const stride: usize = (<usize>s) << 4;
  const step = stride * <usize>m;
  let i = x;
  let o = y;
  for (let p = 0; p < m; p++, tw += 32, o += 2 * stride) {
    const w1r = v128.load64_splat(tw);
    const w1i = imaginary(tw + 8);
    const w2r = v128.load64_splat(tw + 16);
    const w2i = imaginary(tw + 24);
    for (const end = i + stride; i < end; i += 16, o += 16) {
      const a = v128.load(i);
      const b = v128.load(i + step);
      const c = v128.load(i + 2 * step);
      const sum = f64x2.add(b, c);
      v128.store(o, f64x2.add(a, sum));
      const middle = f64x2.sub(a, f64x2.mul(half, sum));
      const side = f64x2.mul(sin60, turned(f64x2.sub(b, c)));
      v128.store(o + stride, times(f64x2.add(middle, side), w1r, w1i));
      v128.store(o + 2 * stride, times(f64x2.sub(middle, side), w2r, w2i));
    }
  }
}

export function pass4(x: usize, y: usize, tw: usize, m: i32, s: i32): void {
  const stride: usize = (<usize>s) << 4;
  const step = stride * <usize>m;
  let i = x;
  let o = y;
  for (let p = 0; p < m; p++, tw += 48, o += 3 * stride) {
    const w1r = v128.load64_splat(tw);
    const w1i = imaginary(tw + 8);
    const w2r = v128.load64_splat(tw + 16);
    const w2i = imaginary(tw + 24);
    const w3r = v128.load64_splat(tw + 32);
    const w3i = imaginary(tw + 40);
    for (const end = i + stride; i < end; i += 16, o += 16) {
      const a = v128.load(i);
      const b = v128.load(i + step);
      const c = v128.load(i + 2 * step);
      const d = v128.load(i + 3 * step);
      const e = f64x2.add(a, c);
      const f = f64x2.sub(a, c);
      const g = f64x2.add(b, d);
      const h = turned(f64x2.sub(b, d));
      v128.store(o, f64x2.add(e, g));
      v128.store(o + stride, times(f64x2.add(f, h), w1r, w1i));
      v128.store(o + 2 * stride, times(f64x2.sub(e, g), w2r, w2i));
      v128.store(o + 3 * stride, times(f64x2.sub(f, h), w3r, w3i));
    }
  }
}

export function pass5(x: usize, y: usize, tw: usize, m: i32, s: i32): void {
  const cos72 = f64x2.splat(0.30901699437494745);
  const cos144 = f64x2.splat(-0.8090169943749475);
  const sin72 = f64x2.splat(0.9510565162951535);
  const sin144 = f64x2.splat(0.5877852522924731);
  const stride: usize = (<usize>s) << 4;
  const step = stride * <usize>m;
  let i = x;
  let o = y;
  for (let p = 0; p < m; p++, tw += 64, o += 4 * stride) {
    const w1r = v128.load64_splat(tw);
    const w1i = imaginary(tw + 8);
    const w2r = v128.load64_splat(tw + 16);
    const w2i = imaginary(tw + 24);
    const w3r = v128.load64_splat(tw + 32);
    const w3i = imaginary(tw + 40);
    const w4r = v128.load64_splat(tw + 48);
    const w4i = imaginary(tw + 56);
    for (const end = i + stride; i < end; i += 16, o += 16) {
      const a = v128.load(i);
      const b = v128.load(i + step);
      const c = v128.load(i + 2 * step);
      const d = v128.load(i + 3 * step);
      const e = v128.load(i + 4 * step);
      const s1 = f64x2.add(b, e);
      const d1 = turned(f64x2.sub(b, e));
      const s2 = f64x2.add(c, d);
      const d2 = turned(f64x2.sub(c, d));
      v128.store(o, f64x2.add(f64x2.add(a, s1), s2));
      const m1 = f64x2.add(f64x2.add(a, f64x2.mul(cos72, s1)), f64x2.mul(cos144, s2));
      const n1 = f64x2.add(f64x2.mul(sin72, d1), f64x2.mul(sin144, d2));
      const m2 = f64x2.add(f64x2.add(a, f64x2.mul(cos144, s1)), f64x2.mul(cos72, s2));
      const n2 = f64x2.sub(f64x2.mul(sin144, d1), f64x2.mul(sin72, d2));
      v128.store(o + stride, times(f64x2.add(m1, n1), w1r, w1i));
      v128.store(o + 2 * stride, times(f64x2.add(m2, n2), w2r, w2i));
      v128.store(o + 3 * stride, times(f64x2.sub(m2, n2), w3r, w3i));
      v128.store(o + 4 * stride, times(f64x2.sub(m1, n1), w4r, w4i));
    }
  }
}
