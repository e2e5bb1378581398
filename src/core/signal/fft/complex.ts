import { planOf } from './plan';

/**
 * Complex Fourier transform of any length, in place: X[k] = sum x[j] exp(-2 pi i j k / n).
 * @param re  real parts, length n >= 1
 * @param im  imaginary parts, length n
 * @see Van Loan 1992, Computational Frameworks for the Fast Fourier Transform; Bluestein 1970 for large prime factors
 */
export function fft(re: Float64Array, im: Float64Array): void {
  if (re.length === 0) return;
  const out = planOf(re.length).run(re, im);
  if (out.re === re) return;
  re.set(out.re);
  im.set(out.im);
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
