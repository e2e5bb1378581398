import { chirpTransform } from './chirp';
import { transform } from './complex';
import { evenKernel } from './evenKernel';
import { forwardEven, inverseEven } from './evenPlain';
import { prefersChirp } from './factors';
import type { Spectrum } from './spectrum';

export type { Spectrum };

/**
 * Fourier transform of a real series, X[k] = sum x[j] exp(-2 pi i j k / n), of any length, primes included.
 * @param x  samples
 * @param n  length of the transform: x is cut or padded with zeros to it
 * @returns  floor(n / 2) + 1 complex values
 */
export function rfft(x: Float64Array, n = x.length): Spectrum {
  if (n === 0) return { re: new Float64Array(0), im: new Float64Array(0) };
  if (n % 2 !== 0) return forwardOdd(x, n);
  return evenKernel(n)?.spectrumOf(x) ?? forwardEven(x, n);
}

/**
 * Inverse of `rfft`: a real series of length n, including 1/n.
 * @param spectrum  cut or padded with zeros to floor(n / 2) + 1 values; imaginary parts of the zero frequency and, for
 *                  even n, of the Nyquist frequency do not count
 */
export function irfft(spectrum: Spectrum, n: number): Float64Array {
  if (n === 0) return new Float64Array(0);
  const bins = (n >> 1) + 1;
  const s = spectrum.re.length >= bins ? spectrum : padded(spectrum, bins);
  if (n % 2 !== 0) return inverseOdd(s, n);
  return evenKernel(n)?.seriesOf(s) ?? inverseEven(s, n);
}

function padded(spectrum: Spectrum, bins: number): Spectrum {
  const out = { re: new Float64Array(bins), im: new Float64Array(bins) };
  out.re.set(spectrum.re);
  out.im.set(spectrum.im);
  return out;
}

function forwardOdd(x: Float64Array, n: number): Spectrum {
  const bins = (n + 1) / 2;
  const z = new Float64Array(2 * n);
  for (let i = 0; i < Math.min(n, x.length); i++) z[2 * i] = x[i];
  const out = prefersChirp(n) ? chirpTransform(n, n, bins)(z) : transform(z, n);
  const re = new Float64Array(bins);
  const im = new Float64Array(bins);
  for (let k = 0; k < bins; k++) {
    re[k] = out[2 * k];
    im[k] = out[2 * k + 1];
  }
  im[0] = 0;
  return { re, im };
}

/** x[j] = (X[0] + 2 Re sum over k > 0 of X[k] exp(2 pi i j k / n)) / n; the sum is a transform of the conjugates. */
function inverseOdd({ re, im }: Spectrum, n: number): Float64Array {
  const bins = (n + 1) / 2;
  const chirp = prefersChirp(n);
  const z = new Float64Array(2 * (chirp ? bins : n));
  z[0] = re[0] / n;
  for (let k = 1; k < bins; k++) {
    z[2 * k] = (2 * re[k]) / n;
    z[2 * k + 1] = (-2 * im[k]) / n;
  }
  const out = chirp ? chirpTransform(n, bins, n)(z) : transform(z, n);
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) x[i] = out[2 * i];
  return x;
}
