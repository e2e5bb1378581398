import { Cache } from '../cache';
import { chirpTransform } from './chirp';
import { prefersChirp } from './factors';
import { stockhamPlan } from './plan';
import { unitRoots } from './roots';
import type { Spectrum } from './spectrum';

/** What the transforms of one even length share. */
interface EvenPlan {
  /** exp(-2 pi i k / n) for k < n / 2. */
  roots: Float64Array;
  /** n values of work space, which the transform takes. */
  work: Float64Array;
  /** Transforms the n / 2 complex values in the work space. */
  run(): Float64Array;
}

const plans = new Cache<number, EvenPlan>(64);

function evenPlan(n: number): EvenPlan {
  return plans.get(n, () => {
    const half = n / 2;
    const roots = unitRoots(n).slice(0, n);
    if (prefersChirp(half)) {
      const work = new Float64Array(n);
      return { roots, work, run: () => chirpTransform(half, half, half)(work) };
    }
    const plan = stockhamPlan(half);
    return { roots, work: plan.input, run: () => plan.run(plan.input) };
  });
}

/**
 * Even and odd samples as real and imaginary parts of a series z of half the length (Press et al. 2007, sec. 12.3):
 * with E and O the transforms of either, X[k] = E[k] + exp(-2 pi i k / n) O[k].
 */
export function forwardEven(x: Float64Array, n: number): Spectrum {
  const { roots, work, run } = evenPlan(n);
  if (x.length <= n) {
    work.set(x);
    work.fill(0, x.length);
  } else {
    work.set(x.subarray(0, n));
  }
  const half = n / 2;
  const z = run();
  const re = new Float64Array(half + 1);
  const im = new Float64Array(half + 1);
  re[0] = z[0] + z[1];
  re[half] = z[0] - z[1];
  for (let k = 1, j = half - 1, a = 2, b = n - 2; k <= j; k++, j--, a += 2, b -= 2) {
    const er = 0.5 * (z[a] + z[b]);
    const ei = 0.5 * (z[a + 1] - z[b + 1]);
    const or = 0.5 * (z[a + 1] + z[b + 1]);
    const oi = 0.5 * (z[b] - z[a]);
    const wr = roots[a];
    const wi = roots[a + 1];
    const tr = or * wr - oi * wi;
    const ti = or * wi + oi * wr;
    re[k] = er + tr;
    im[k] = ei + ti;
    re[j] = er - tr;
    im[j] = ti - ei;
  }
  return { re, im };
}

/** The other way. */
export function inverseEven(s: Spectrum, n: number): Float64Array {
  const { roots, work, run } = evenPlan(n);
  const { re, im } = s;
  const half = n / 2;
  const scale = 1 / n;
  // Real and imaginary parts change places, which makes the forward transform the inverse one.
  work[1] = (re[0] + re[half]) * scale;
  work[0] = (re[0] - re[half]) * scale;
  for (let k = 1, j = half - 1, a = 2, b = n - 2; k <= j; k++, j--, a += 2, b -= 2) {
    const er = (re[k] + re[j]) * scale;
    const ei = (im[k] - im[j]) * scale;
    const dr = (re[k] - re[j]) * scale;
    const di = (im[k] + im[j]) * scale;
    const wr = roots[a];
    const wi = roots[a + 1];
    const or = dr * wr + di * wi;
    const oi = di * wr - dr * wi;
    work[a + 1] = er - oi;
    work[a] = ei + or;
    work[b + 1] = er + oi;
    work[b] = or - ei;
  }
  const z = run();
  const x = new Float64Array(n);
  for (let i = 0; i < n; i += 2) {
    x[i] = z[i + 1];
    x[i + 1] = z[i];
  }
  return x;
}
