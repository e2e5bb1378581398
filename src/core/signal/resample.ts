import { Cache } from './cache';
import { irfft, rfft, type Spectrum } from './fft/real';

const windows = new Cache<number, Float64Array>(32);

/**
 * Resamples in the frequency domain at the series' own length: the spectrum, under a Hann window centred on zero
 * frequency, is interpolated linearly onto the new frequencies.
 * @param x         samples, length n
 * @param delta     sampling interval in s
 * @param newDelta  wanted sampling interval in s
 * @returns         floor(n delta / newDelta) samples, at least one
 */
export function resample(x: Float64Array, delta: number, newDelta: number): Float64Array {
  const n = x.length;
  if (n === 0) return new Float64Array(0);
  // A quotient of rates, as the reference stack has it: that of the intervals may round to another length.
  const factor = 1 / delta / (1 / newDelta);
  const length = Math.max(1, Math.floor(n / factor));
  const { re, im } = rfft(x);
  const window = hannOfFrequencies(n);
  for (let k = 0; k < re.length; k++) {
    re[k] *= window[k];
    im[k] *= window[k];
  }
  const out = irfft(interpolated({ re, im }, 1 / (n * delta), length, 1 / length / newDelta), length);
  const scale = length / n;
  for (let i = 0; i < length; i++) out[i] *= scale;
  return out;
}

/** The periodic Hann window of length n, turned so that its middle is at zero frequency: frequencies 0 ... n / 2. */
function hannOfFrequencies(n: number): Float64Array {
  return windows.get(n, () => {
    const middle = n >> 1;
    return new Float64Array(middle + 1).map((_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * ((k + middle) % n)) / n));
  });
}

/** Real and imaginary part at the frequencies k newStep; beyond the last known one its value. */
function interpolated(s: Spectrum, step: number, length: number, newStep: number): Spectrum {
  const bins = (length >> 1) + 1;
  const last = s.re.length - 1;
  const out = { re: new Float64Array(bins), im: new Float64Array(bins) };
  for (let k = 0; k < bins; k++) {
    const frequency = k * newStep;
    const below = Math.min(Math.floor(frequency / step), last);
    const above = Math.min(below + 1, last);
    const part = below === last ? 0 : frequency / step - below;
    out.re[k] = s.re[below] + part * (s.re[above] - s.re[below]);
    out.im[k] = s.im[below] + part * (s.im[above] - s.im[below]);
  }
  return out;
}
