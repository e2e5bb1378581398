/**
 * What a transform of a real series of even length n does around the complex one of half the length
 * (src/core/signal/fft/evenPlain.ts), in the same order of operations: the results are the same, bit for bit. A spectrum is
 * n / 2 + 1 complex values, real and imaginary part in turn. Addresses in bytes.
 */
import { conjugate, exchanged, imaginary, times, turned } from './complex';

/** The spectrum of the series from that of its even and odd samples as real and imaginary parts.
 *  @param z      n / 2 complex values
 *  @param roots  exp(-2 pi i k / n) for k <= n / 4
 *  @param half   n / 2 */
export function split(z: usize, roots: usize, half: i32, spectrum: usize): void {
  const halves = f64x2.splat(0.5);
  const re = load<f64>(z);
  const im = load<f64>(z + 8);
  const last = spectrum + ((<usize>half) << 4);
  store<f64>(spectrum, re + im);
  store<f64>(spectrum + 8, 0);
  store<f64>(last, re - im);
  store<f64>(last + 8, 0);
  for (let k: usize = 16, j = (<usize>half - 1) << 4; k <= j; k += 16, j -= 16) {
    const a = v128.load(z + k);
    const b = v128.load(z + j);
    const even = f64x2.mul(halves, f64x2.add(a, conjugate(b)));
    const odd = f64x2.mul(halves, f64x2.add(exchanged(b), turned(a)));
    const t = times(odd, v128.load64_splat(roots + k), imaginary(roots + k + 8));
    v128.store(spectrum + k, f64x2.add(even, t));
    v128.store(spectrum + j, f64x2.add(conjugate(even), v128.xor(t, f64x2(-0.0, 0.0))));
  }
}

/** The other way: what is transformed to the series with even and odd samples exchanged, over n.
 *  @param scale  1 / n */
export function join(spectrum: usize, roots: usize, half: i32, scale: f64, z: usize): void {
  const scales = f64x2.splat(scale);
  const first = load<f64>(spectrum);
  const last = load<f64>(spectrum + ((<usize>half) << 4));
  store<f64>(z + 8, (first + last) * scale);
  store<f64>(z, (first - last) * scale);
  for (let k: usize = 16, j = (<usize>half - 1) << 4; k <= j; k += 16, j -= 16) {
    const a = v128.load(spectrum + k);
    const b = conjugate(v128.load(spectrum + j));
    const even = exchanged(f64x2.mul(f64x2.add(a, b), scales));
    const difference = f64x2.mul(f64x2.sub(a, b), scales);
    // Times the conjugate of the root.
    const wi = v128.xor(v128.load64_splat(roots + k + 8), f64x2(0.0, -0.0));
    const odd = times(difference, v128.load64_splat(roots + k), wi);
    v128.store(z + k, f64x2.add(even, conjugate(odd)));
    v128.store(z + j, f64x2.add(v128.xor(even, f64x2(-0.0, 0.0)), odd));
  }
}

/** Exchanges real and imaginary parts, in place.
 *  @param count  of complex values */
export function exchange(z: usize, count: i32): void {
  for (const end = z + ((<usize>count) << 4); z < end; z += 16) v128.store(z, exchanged(v128.load(z)));
}

/** Real and imaginary parts in turn, from one after the other; `gather` brings them back.
 *  @param count  of complex values */
export function interleave(re: usize, im: usize, count: i32, z: usize): void {
  for (const end = z + ((<usize>count) << 4); z < end; z += 16, re += 8, im += 8) {
    store<f64>(z, load<f64>(re));
    store<f64>(z + 8, load<f64>(im));
  }
}

export function gather(z: usize, count: i32, re: usize, im: usize): void {
  for (const end = z + ((<usize>count) << 4); z < end; z += 16, re += 8, im += 8) {
    store<f64>(re, load<f64>(z));
    store<f64>(im, load<f64>(z + 8));
  }
}

/** Turns the phase of every frequency by -90 degrees, in place; zero and Nyquist frequency vanish. */
export function turnPhases(spectrum: usize, half: i32): void {
  const last = spectrum + ((<usize>half) << 4);
  v128.store(spectrum, f64x2.splat(0));
  v128.store(last, f64x2.splat(0));
  for (let z = spectrum + 16; z < last; z += 16) v128.store(z, turned(v128.load(z)));
}
