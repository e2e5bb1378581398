import { irfft, rfft } from './fft/real';
import { nextFastLength } from './fft/factors';

/** From this kernel length on, the Fourier transform is faster than the sum. */
const DIRECT_LIMIT = 20;

/**
 * Convolution of two series, of which the middle is returned: as long as the longer one, starting at
 * floor((m - 1) / 2) of the full convolution, m the length of the shorter.
 */
export function convolveSame(a: Float64Array, b: Float64Array): Float64Array {
  return a.length >= b.length ? middle(a, b) : middle(b, a);
}

function middle(long: Float64Array, short: Float64Array): Float64Array {
  const n = long.length;
  const m = short.length;
  if (m === 0) return new Float64Array(n);
  const first = (m - 1) >> 1;
  if (m <= DIRECT_LIMIT) return direct(long, short, first);
  const size = nextFastLength(n + m - 1);
  const x = rfft(long, size);
  const y = rfft(short, size);
  for (let k = 0; k < x.re.length; k++) {
    const re = x.re[k] * y.re[k] - x.im[k] * y.im[k];
    x.im[k] = x.re[k] * y.im[k] + x.im[k] * y.re[k];
    x.re[k] = re;
  }
  return irfft(x, size).slice(first, first + n);
}

function direct(long: Float64Array, short: Float64Array, first: number): Float64Array {
  const n = long.length;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const lag = i + first;
    const from = Math.max(0, lag - n + 1);
    const to = Math.min(short.length - 1, lag);
    let sum = 0;
    for (let j = from; j <= to; j++) sum += short[j] * long[lag - j];
    out[i] = sum;
  }
  return out;
}

/**
 * Convolution with a Gaussian source time function of unit area,
 * exp(-(t / d)^2) / (sqrt(pi) d), with d a quarter of the half duration, at whole samples of [-h, h).
 * @param x             samples, length n
 * @param delta         sampling interval in s
 * @param halfDuration  h in s, rounded to whole samples (halves to even); up to half a sample nothing changes
 * @returns             length n
 */
export function convolveStf(x: Float64Array, delta: number, halfDuration: number): Float64Array {
  const half = roundHalfEven(halfDuration * (1 / delta));
  if (half < 1) return x.slice();
  const decay = (half * delta) / 4;
  const kernel = new Float64Array(2 * half);
  for (let i = 0; i < kernel.length; i++) {
    const t = (i - half) * delta;
    kernel[i] = (Math.exp(-((t / decay) ** 2)) / (Math.sqrt(Math.PI) * decay)) * delta;
  }
  if (kernel.length <= x.length) return convolveSame(x, kernel);
  const padded = new Float64Array(kernel.length);
  padded.set(x);
  return convolveSame(padded, kernel).slice(0, x.length);
}

function roundHalfEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
