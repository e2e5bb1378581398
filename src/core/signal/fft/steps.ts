import { radicesOf } from './factors';
import { unitRoots } from './roots';

/** One pass of a transform, see passes.ts. */
export interface Step {
  radix: number;
  twiddles: Float64Array;
  m: number;
  s: number;
}

/** The passes of a transform of n values.
 *  @param roots  exp(-2 pi i k / (n stride)): those of a multiple of n will do */
export function stepsOf(n: number, roots = unitRoots(n), stride = 1): Step[] {
  let length = n;
  let s = 1;
  return radicesOf(n).map((radix) => {
    const m = length / radix;
    const twiddles = new Float64Array(2 * m * (radix - 1));
    for (let p = 0, t = 0; p < m; p++) {
      for (let j = 1; j < radix; j++, t += 2) {
        const k = 2 * p * j * s * stride;
        twiddles[t] = roots[k];
        twiddles[t + 1] = roots[k + 1];
      }
    }
    const step = { radix, twiddles, m, s };
    length = m;
    s *= radix;
    return step;
  });
}
