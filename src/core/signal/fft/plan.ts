import { kernelArena } from '../arena';
import { Cache } from '../cache';
import { genericPass } from './genericPass';
import { isForKernels, KernelTransform } from './kernelTransform';
import { pass2, pass3, pass4, type Pass } from './passes';
import { pass5 } from './pass5';
import { stepsOf } from './steps';

/**
 * A transform X[k] = sum x[j] exp(-2 pi i j k / n) of n complex values, real and imaginary part in turn, with its
 * twiddle factors and work space.
 */
export interface Plan {
  readonly n: number;
  /** 2 n values of work space: what `run` is given in here it need not copy. Any plan's run overwrites them. */
  readonly input: Float64Array;
  /** Transforms; the result lies in `x` or in a work space, which the next run of any plan overwrites. */
  run(x: Float64Array): Float64Array;
}

const plans = new Cache<number, Plan>(64);

/** The plan of n >= 1 values by passes over the prime factors of n, made once. */
export function stockhamPlan(n: number): Plan {
  return plans.get(n, () => {
    const arena = isForKernels(n) ? kernelArena() : null;
    if (arena === null) return plainPlan(n);
    const transform = new KernelTransform(arena, stepsOf(n));
    const input = arena.view(arena.first, 2 * n);
    const output = arena.view(transform.output, 2 * n);
    const run = (x: Float64Array) => {
      if (x !== input) input.set(x.length > 2 * n ? x.subarray(0, 2 * n) : x);
      transform.run();
      return output;
    };
    return { n, input, run };
  });
}

/** By passes in TypeScript. */
export function plainPlan(n: number): Plan {
  const steps = stepsOf(n);
  const work = new Float64Array(2 * n);
  const passes = steps.map(({ radix }) => passOf(radix));
  return {
    n,
    input: new Float64Array(2 * n),
    run(x) {
      let [from, to]: Float64Array[] = [x, work];
      for (const [i, { twiddles, m, s }] of steps.entries()) {
        passes[i](from, to, twiddles, m, s);
        [from, to] = [to, from];
      }
      return from;
    },
  };
}

function passOf(r: number): Pass {
  if (r === 2) return pass2;
  if (r === 3) return pass3;
  if (r === 4) return pass4;
  if (r === 5) return pass5;
  return genericPass(r);
}
