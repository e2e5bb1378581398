import { Cache } from '../cache';
import { planOf, unitRoots, type ComplexArrays } from './plan';

/** Transform of a real series of length n at the frequencies k / (n delta), k = 0 ... floor(n / 2). */
export interface Spectrum {
  re: Float64Array;
  im: Float64Array;
}

/** exp(-2 pi i k / n) for k < n, and buffers for a complex transform. */
interface RealPlan {
  roots: Float64Array;
  re: Float64Array;
  im: Float64Array;
}

const plans = new Cache<number, RealPlan>(64);

function realPlan(n: number): RealPlan {
  return plans.get(n, () => {
    const size = n % 2 === 0 ? n / 2 : n;
    return {
      roots: n % 2 === 0 ? unitRoots(n).subarray(0, n) : new Float64Array(0),
      re: new Float64Array(size),
      im: new Float64Array(size),
    };
  });
}

/**
 * Fourier transform of a real series, X[k] = sum x[j] exp(-2 pi i j k / n), of any length, primes included.
 * @param x  samples
 * @param n  length of the transform: x is cut or padded with zeros to it
 * @returns  floor(n / 2) + 1 complex values
 */
export function rfft(x: ArrayLike<number>, n = x.length): Spectrum {
  const bins = Math.floor(n / 2) + 1;
  const spectrum = { re: new Float64Array(n === 0 ? 0 : bins), im: new Float64Array(n === 0 ? 0 : bins) };
  if (n === 0) return spectrum;
  const { roots, re, im } = realPlan(n);
  const filled = Math.min(n, x.length);
  if (n % 2 === 1) {
    for (let i = 0; i < filled; i++) re[i] = x[i];
    re.fill(0, filled);
    im.fill(0);
    const out = planOf(n).run(re, im);
    spectrum.re.set(out.re.subarray(0, bins));
    spectrum.im.set(out.im.subarray(0, bins));
    spectrum.im[0] = 0;
    return spectrum;
  }
  const half = n / 2;
  const pairs = filled >> 1;
  for (let i = 0, j = 0; i < pairs; i++, j += 2) {
    re[i] = x[j];
    im[i] = x[j + 1];
  }
  re.fill(0, pairs);
  im.fill(0, pairs);
  if (filled % 2 === 1) re[pairs] = x[filled - 1];
  unpack(planOf(half).run(re, im), roots, half, spectrum);
  return spectrum;
}

/** From Z, the transform of even samples + i odd samples: X[k] = E[k] + exp(-2 pi i k / n) O[k]. */
function unpack(z: ComplexArrays, roots: Float64Array, half: number, out: Spectrum): void {
  const { re: zr, im: zi } = z;
  const { re, im } = out;
  re[0] = zr[0] + zi[0];
  re[half] = zr[0] - zi[0];
  for (let k = 1, j = half - 1; k <= j; k++, j--) {
    const er = 0.5 * (zr[k] + zr[j]);
    const ei = 0.5 * (zi[k] - zi[j]);
    const or = 0.5 * (zi[k] + zi[j]);
    const oi = 0.5 * (zr[j] - zr[k]);
    const wr = roots[2 * k];
    const wi = roots[2 * k + 1];
    const tr = or * wr - oi * wi;
    const ti = or * wi + oi * wr;
    re[k] = er + tr;
    im[k] = ei + ti;
    re[j] = er - tr;
    im[j] = ti - ei;
  }
}

/**
 * Inverse of `rfft`: a real series of length n, including 1/n.
 * @param spectrum  cut or padded with zeros to floor(n / 2) + 1 values; imaginary parts of the zero frequency and, for
 *                  even n, of the Nyquist frequency do not count
 */
export function irfft(spectrum: Spectrum, n: number): Float64Array {
  const x = new Float64Array(n);
  if (n === 0) return x;
  const bins = Math.floor(n / 2) + 1;
  const s = spectrum.re.length >= bins ? spectrum : padded(spectrum, bins);
  if (n % 2 === 1) inverseOdd(s, n, x);
  else inverseEven(s, n, x);
  return x;
}

function padded(spectrum: Spectrum, bins: number): Spectrum {
  const out = { re: new Float64Array(bins), im: new Float64Array(bins) };
  out.re.set(spectrum.re);
  out.im.set(spectrum.im);
  return out;
}

function inverseOdd(s: Spectrum, n: number, x: Float64Array): void {
  const { re, im } = realPlan(n);
  re[0] = s.re[0];
  im[0] = 0;
  for (let k = 1; k <= (n - 1) / 2; k++) {
    re[k] = re[n - k] = s.re[k];
    im[k] = s.im[k];
    im[n - k] = -s.im[k];
  }
  const out = planOf(n).run(im, re);
  const scale = 1 / n;
  for (let i = 0; i < n; i++) x[i] = out.im[i] * scale;
}

function inverseEven(s: Spectrum, n: number, x: Float64Array): void {
  const { roots, re, im } = realPlan(n);
  const half = n / 2;
  re[0] = s.re[0] + s.re[half];
  im[0] = s.re[0] - s.re[half];
  for (let k = 1, j = half - 1; k <= j; k++, j--) {
    const er = s.re[k] + s.re[j];
    const ei = s.im[k] - s.im[j];
    const dr = s.re[k] - s.re[j];
    const di = s.im[k] + s.im[j];
    const wr = roots[2 * k];
    const wi = -roots[2 * k + 1];
    const or = dr * wr - di * wi;
    const oi = dr * wi + di * wr;
    re[k] = er - oi;
    im[k] = ei + or;
    re[j] = er + oi;
    im[j] = or - ei;
  }
  const out = planOf(half).run(im, re);
  const scale = 1 / n;
  for (let i = 0, j = 0; i < half; i++, j += 2) {
    x[j] = out.im[i] * scale;
    x[j + 1] = out.re[i] * scale;
  }
}
