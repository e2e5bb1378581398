import { chirpTransform, type Spectrum } from '@/core/signal';
import type { FrequencyBand } from './band';

/** Lengths are rounded up to this, so that windows of all lengths share a few plans of transforms. */
const GRAIN = 128;

/** The Fourier transform between a window and a band of few frequencies, in either direction. */
export interface Zoom {
  band: FrequencyBand;
  /** X[k] = sum x[j] exp(-2 pi i j (low + k) / size). */
  forward(x: Float64Array): Spectrum;
  /** y[j] = Re sum X[k] exp(2 pi i j (low + k) / size). */
  real(spectrum: Spectrum): Float64Array;
}

/**
 * A transform of 2^lnpt samples is mostly padding, and the band a small part of its frequencies. A chirp transform
 * computes no other, in a convolution about as long as window and band together.
 * @param band    m frequencies
 * @param length  n samples of a window
 * @see Rabiner et al. 1969, The chirp z-transform algorithm
 */
export function zoom(band: FrequencyBand, length: number): Zoom {
  const { size, low, high } = band;
  const bins = high - low;
  const [paddedLength, paddedBins] = [length, bins].map((count) => GRAIN * Math.ceil(count / GRAIN));
  const forward = chirpTransform(size, paddedLength, paddedBins);
  const backward = chirpTransform(size, paddedBins, paddedLength);
  const turns = phasors(size, low, length);
  return {
    band,
    forward(x) {
      const z = new Float64Array(2 * paddedLength);
      for (let j = 0; j < length; j++) {
        z[2 * j] = x[j] * turns[2 * j];
        z[2 * j + 1] = x[j] * turns[2 * j + 1];
      }
      const out = forward(z);
      return { re: part(out, bins, 0), im: part(out, bins, 1) };
    },
    real({ re, im }) {
      // The real part of the inverse transform is that of the forward transform of the conjugates.
      const z = new Float64Array(2 * paddedBins);
      for (let k = 0; k < bins; k++) {
        z[2 * k] = re[k];
        z[2 * k + 1] = -im[k];
      }
      const out = backward(z);
      const y = new Float64Array(length);
      for (let j = 0; j < length; j++) y[j] = out[2 * j] * turns[2 * j] - out[2 * j + 1] * turns[2 * j + 1];
      return y;
    },
  };
}

/** exp(-2 pi i j low / size) for j < length. */
function phasors(size: number, low: number, length: number): Float64Array {
  const out = new Float64Array(2 * length);
  for (let j = 0; j < length; j++) {
    const angle = (-2 * Math.PI * ((j * low) % size)) / size;
    out[2 * j] = Math.cos(angle);
    out[2 * j + 1] = Math.sin(angle);
  }
  return out;
}

function part(interleaved: Float64Array, count: number, offset: 0 | 1): Float64Array {
  const out = new Float64Array(count);
  for (let k = 0; k < count; k++) out[k] = interleaved[2 * k + offset];
  return out;
}
