import { Cache } from '../cache';
import { nextFastLength, prefersChirp, radicesOf } from './factors';
import { pass2, pass3, pass4, type Pass } from './passes';
import { genericPass, pass5 } from './passes-odd';

/** Complex values as two arrays. */
export interface ComplexArrays {
  re: Float64Array;
  im: Float64Array;
}

/** A forward transform of one length, X[k] = sum x[j] exp(-2 pi i j k / n), with its twiddle factors and work space. */
export interface Plan {
  readonly n: number;
  /** Transforms; the result lies in `re` and `im` or in the plan's work space, which the plan's next run overwrites. */
  run(re: Float64Array, im: Float64Array): ComplexArrays;
}

const plans = new Cache<number, Plan>(64);

/** The plan of length n >= 1, made once. */
export function planOf(n: number): Plan {
  return plans.get(n, () => (prefersChirp(n) ? chirpPlan(n) : stockhamPlan(n)));
}

interface Step {
  pass: Pass;
  twiddles: Float64Array;
  m: number;
  s: number;
}

function stockhamPlan(n: number): Plan {
  const steps = stepsOf(n);
  const workRe = new Float64Array(n);
  const workIm = new Float64Array(n);
  return {
    n,
    run(re, im) {
      let [xr, xi, yr, yi]: Float64Array[] = [re, im, workRe, workIm];
      for (const { pass, twiddles, m, s } of steps) {
        pass(xr, xi, yr, yi, twiddles, m, s);
        [xr, yr] = [yr, xr];
        [xi, yi] = [yi, xi];
      }
      return { re: xr, im: xi };
    },
  };
}

function stepsOf(n: number): Step[] {
  const roots = unitRoots(n);
  let length = n;
  let s = 1;
  return radicesOf(n).map((r) => {
    const m = length / r;
    const twiddles = new Float64Array(2 * m * (r - 1));
    for (let p = 0, t = 0; p < m; p++) {
      for (let j = 1; j < r; j++, t += 2) {
        const k = p * j * s;
        twiddles[t] = roots[2 * k];
        twiddles[t + 1] = roots[2 * k + 1];
      }
    }
    const step = { pass: passOf(r), twiddles, m, s };
    length = m;
    s *= r;
    return step;
  });
}

function passOf(r: number): Pass {
  if (r === 2) return pass2;
  if (r === 3) return pass3;
  if (r === 4) return pass4;
  if (r === 5) return pass5;
  return genericPass(r, unitRoots(r));
}

/** exp(-2 pi i k / n) for k < n, real and imaginary in turn. */
export function unitRoots(n: number): Float64Array {
  const roots = new Float64Array(2 * n);
  for (let k = 0; k < n; k++) {
    const [c, s] = unitRoot(k, n);
    roots[2 * k] = c;
    roots[2 * k + 1] = s;
  }
  return roots;
}

/** Real and imaginary part of exp(-2 pi i k / n), reduced to an eighth of the circle, where rounding is smallest. */
function unitRoot(k: number, n: number): [number, number] {
  const eighths = 8 * k;
  if (eighths > 4 * n) {
    const [c, s] = unitRoot(n - k, n);
    return [c, -s];
  }
  if (eighths > 2 * n) {
    const [c, s] = quarterRoot(4 * k - n, 4 * n);
    return [s, -c];
  }
  const [c, s] = quarterRoot(4 * k, 4 * n);
  return [c, s];
}

/** exp(-2 pi i k / n) of the first quarter of the circle. */
function quarterRoot(k: number, n: number): [number, number] {
  if (8 * k <= n) {
    const angle = (2 * Math.PI * k) / n;
    return [Math.cos(angle), -Math.sin(angle)];
  }
  const angle = (2 * Math.PI * (n - 4 * k)) / (4 * n);
  return [Math.sin(angle), -Math.cos(angle)];
}

/**
 * A transform of any length as a convolution with a chirp (Bluestein 1970): j k = (j^2 + k^2 - (k - j)^2) / 2, the
 * convolution by transforms of a length that splits well.
 */
function chirpPlan(n: number): Plan {
  const length = nextFastLength(2 * n - 1);
  const inner = planOf(length);
  const roots = unitRoots(2 * n);
  const chirpRe = new Float64Array(n);
  const chirpIm = new Float64Array(n);
  const kernel = { re: new Float64Array(length), im: new Float64Array(length) };
  for (let k = 0; k < n; k++) {
    const turn = 2 * ((k * k) % (2 * n));
    chirpRe[k] = roots[turn];
    chirpIm[k] = roots[turn + 1];
    const mirror = k === 0 ? 0 : length - k;
    kernel.re[k] = kernel.re[mirror] = chirpRe[k] / length;
    kernel.im[k] = kernel.im[mirror] = -chirpIm[k] / length;
  }
  const filter = inner.run(kernel.re, kernel.im);
  const filterRe = filter.re.slice();
  const filterIm = filter.im.slice();
  const workRe = new Float64Array(length);
  const workIm = new Float64Array(length);
  return {
    n,
    run(re, im) {
      for (let k = 0; k < n; k++) {
        workRe[k] = re[k] * chirpRe[k] - im[k] * chirpIm[k];
        workIm[k] = re[k] * chirpIm[k] + im[k] * chirpRe[k];
      }
      workRe.fill(0, n);
      workIm.fill(0, n);
      const { re: sr, im: si } = inner.run(workRe, workIm);
      for (let k = 0; k < length; k++) {
        const r = sr[k] * filterRe[k] - si[k] * filterIm[k];
        const i = sr[k] * filterIm[k] + si[k] * filterRe[k];
        workRe[k] = r;
        workIm[k] = i;
      }
      // With real and imaginary parts exchanged, the forward transform is the inverse one.
      const { re: ci, im: cr } = inner.run(workIm, workRe);
      for (let k = 0; k < n; k++) {
        re[k] = cr[k] * chirpRe[k] - ci[k] * chirpIm[k];
        im[k] = cr[k] * chirpIm[k] + ci[k] * chirpRe[k];
      }
      return { re, im };
    },
  };
}
