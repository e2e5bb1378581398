import { Cache } from '../cache';
import { radicesOf } from './factors';
import { genericPass } from './pass-generic';
import { pass2, pass3, pass4, type Pass } from './passes';
import { pass5 } from './passes-odd';
import { unitRoots } from './roots';

/**
 * A transform X[k] = sum x[j] exp(-2 pi i j k / n) of n complex values, real and imaginary part in turn, with its
 * twiddle factors and work space.
 */
export interface Plan {
  readonly n: number;
  /** Transforms; the result lies in `x` or in the plan's work space, which the plan's next run overwrites. */
  run(x: Float64Array): Float64Array;
}

interface Step {
  pass: Pass;
  twiddles: Float64Array;
  m: number;
  s: number;
}

const plans = new Cache<number, Plan>(64);

/** The plan of n >= 1 values by passes over the prime factors of n, made once. */
export function stockhamPlan(n: number): Plan {
  return plans.get(n, () => {
    const steps = stepsOf(n);
    const work = new Float64Array(2 * n);
    return {
      n,
      run(x) {
        let [from, to]: Float64Array[] = [x, work];
        for (const { pass, twiddles, m, s } of steps) {
          pass(from, to, twiddles, m, s);
          [from, to] = [to, from];
        }
        return from;
      },
    };
  });
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
        const k = 2 * p * j * s;
        twiddles[t] = roots[k];
        twiddles[t + 1] = roots[k + 1];
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
  return genericPass(r);
}
