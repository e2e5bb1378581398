import { Cache } from '../cache';
import { kernelArena, LONGEST, type Arena, type Kernels } from './arena';
import { radicesOf } from './factors';
import { genericPass } from './genericPass';
import { pass2, pass3, pass4, type Pass } from './passes';
import { pass5 } from './pass5';
import { unitRoots } from './roots';

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

interface Step {
  radix: number;
  twiddles: Float64Array;
  m: number;
  s: number;
}

const plans = new Cache<number, Plan>(64);

/** The plan of n >= 1 values by passes over the prime factors of n, made once. */
export function stockhamPlan(n: number): Plan {
  return plans.get(n, () => {
    const steps = stepsOf(n);
    const arena = n <= LONGEST && steps.every(({ radix }) => radix <= 5) ? kernelArena() : null;
    return arena ? kernelPlan(n, steps, arena) : plainPlan(n, steps);
  });
}

/** By passes in TypeScript. */
export function plainPlan(n: number, steps = stepsOf(n)): Plan {
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

/** By passes in WebAssembly. */
function kernelPlan(n: number, steps: Step[], arena: Arena): Plan {
  const input = arena.view(arena.first, 2 * n);
  const output = steps.length % 2 === 0 ? input : arena.view(arena.second, 2 * n);
  const passes = steps.map(({ radix }) => arena.kernels[radix as keyof Kernels]);
  let generation = -1;
  let addresses: number[] = [];
  const bringTwiddles = (): void => {
    // Where the arena begins anew in the middle of it, those before are lost too; it has room for all of one plan.
    while (generation !== arena.generation) {
      generation = arena.generation;
      addresses = steps.map(({ twiddles }) => arena.put(twiddles));
    }
  };
  return {
    n,
    input,
    run(x) {
      if (generation !== arena.generation) bringTwiddles();
      if (x !== input) input.set(x.length > 2 * n ? x.subarray(0, 2 * n) : x);
      let from = arena.first;
      let to = arena.second;
      for (let i = 0; i < steps.length; i++) {
        passes[i](from, to, addresses[i], steps[i].m, steps[i].s);
        [from, to] = [to, from];
      }
      return output;
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
        const k = 2 * p * j * s;
        twiddles[t] = roots[k];
        twiddles[t + 1] = roots[k + 1];
      }
    }
    const step = { radix: r, twiddles, m, s };
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
