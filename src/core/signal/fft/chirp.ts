import { Cache } from '../cache';
import { nextFastLength } from './factors';
import { stockhamPlan } from './plan';
import { unitRoots } from './roots';

/** Takes x[j] for j < inputs, real and imaginary part in turn, to X[k] for k < outputs; see `chirpTransform`. */
export type ChirpTransform = (x: Float64Array) => Float64Array;

const transforms = new Cache<string, ChirpTransform>(32);

/**
 * The sum X[k] = sum x[j] exp(-2 pi i j k / n) as a convolution with a chirp (Bluestein 1970): since
 * j k = (j^2 + k^2 - (k - j)^2) / 2. Where fewer than n values go in or come out, as of a real series, the transforms of
 * the convolution are shorter. The result lies in a work space that the next call overwrites.
 */
export function chirpTransform(n: number, inputs: number, outputs: number): ChirpTransform {
  return transforms.get(`${n} ${inputs} ${outputs}`, () => {
    const size = nextFastLength(inputs + outputs - 1);
    const plan = stockhamPlan(size);
    const chirp = chirpOf(n, Math.max(inputs, outputs));
    const filter = filterOf(chirp, size, inputs, outputs);
    const work = new Float64Array(2 * size);
    return (x) => {
      multiply(x, chirp, work, inputs);
      work.fill(0, 2 * inputs);
      const spectrum = plan.run(work);
      // Exchanging real and imaginary parts makes the forward transform the inverse one.
      for (let k = 0; k < 2 * size; k += 2) {
        const re = spectrum[k];
        const im = spectrum[k + 1];
        work[k] = re * filter[k + 1] + im * filter[k];
        work[k + 1] = re * filter[k] - im * filter[k + 1];
      }
      const sum = plan.run(work);
      for (let k = 0; k < 2 * outputs; k += 2) {
        const re = sum[k + 1];
        const im = sum[k];
        work[k] = re * chirp[k] - im * chirp[k + 1];
        work[k + 1] = re * chirp[k + 1] + im * chirp[k];
      }
      return work;
    };
  });
}

/** exp(-i pi k^2 / n) for k < length. */
function chirpOf(n: number, length: number): Float64Array {
  const roots = unitRoots(2 * n);
  const chirp = new Float64Array(2 * length);
  for (let k = 0; k < length; k++) {
    const turn = 2 * ((k * k) % (2 * n));
    chirp[2 * k] = roots[turn];
    chirp[2 * k + 1] = roots[turn + 1];
  }
  return chirp;
}

/** Transform of the conjugate chirp at the lags -(inputs - 1) ... outputs - 1, over the length. */
function filterOf(chirp: Float64Array, size: number, inputs: number, outputs: number): Float64Array {
  const kernel = new Float64Array(2 * size);
  const put = (at: number, k: number) => {
    kernel[2 * at] = chirp[2 * k] / size;
    kernel[2 * at + 1] = -chirp[2 * k + 1] / size;
  };
  for (let lag = 0; lag < outputs; lag++) put(lag, lag);
  for (let lag = 1; lag < inputs; lag++) put(size - lag, lag);
  return stockhamPlan(size).run(kernel).slice();
}

function multiply(x: Float64Array, chirp: Float64Array, out: Float64Array, count: number): void {
  for (let k = 0; k < 2 * count; k += 2) {
    out[k] = x[k] * chirp[k] - x[k + 1] * chirp[k + 1];
    out[k + 1] = x[k] * chirp[k + 1] + x[k + 1] * chirp[k];
  }
}
