import { chirpTransform } from './chirp';
import { prefersChirp } from './factors';
import { stockhamPlan } from './plan';

/** Transform of n complex values, real and imaginary part in turn; the result lies in `x` or in a shared work space. */
export function transform(x: Float64Array, n: number): Float64Array {
  return prefersChirp(n) ? chirpTransform(n, n, n)(x) : stockhamPlan(n).run(x);
}

/**
 * Complex Fourier transform of any length, in place: X[k] = sum x[j] exp(-2 pi i j k / n).
 * @param re  real parts, length n
 * @param im  imaginary parts, length n
 * @see Van Loan 1992, Computational Frameworks for the Fast Fourier Transform; Bluestein 1970 for large prime factors
 */
export function fft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  if (n === 0) return;
  const x = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    x[2 * i] = re[i];
    x[2 * i + 1] = im[i];
  }
  const out = transform(x, n);
  for (let i = 0; i < n; i++) {
    re[i] = out[2 * i];
    im[i] = out[2 * i + 1];
  }
}

/** Inverse of `fft`, in place, including 1/n. */
export function ifft(re: Float64Array, im: Float64Array): void {
  fft(im, re);
  const scale = 1 / re.length;
  for (let i = 0; i < re.length; i++) {
    re[i] *= scale;
    im[i] *= scale;
  }
}
