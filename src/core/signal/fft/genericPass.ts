import type { Pass } from './passes';
import { unitRoots } from './roots';

/**
 * A pass of any odd radix r. With the sums and differences of the values k and r - k, the outputs j and r - j share
 * their products with cosines and sines: r real multiplications a value instead of 4 r.
 */
export function genericPass(r: number): Pass {
  const half = (r - 1) / 2;
  const table = cosinesAndSines(r, half);
  // Of each pair of values: sum and difference, real and imaginary part.
  const pairs = new Float64Array(4 * half);
  return (x, y, tw, m, s) => {
    const stride = 2 * s;
    const step = stride * m;
    for (let p = 0; p < m; p++) {
      const twiddle = 2 * (r - 1) * p;
      for (let q = 0; q < stride; q += 2) {
        const from = q + stride * p;
        const to = q + stride * r * p;
        const ar = x[from];
        const ai = x[from + 1];
        let sumR = ar;
        let sumI = ai;
        for (let k = 0, i = from + step, mirror = from + step * (r - 1); k < 4 * half; k += 4) {
          pairs[k] = x[i] + x[mirror];
          pairs[k + 1] = x[i + 1] + x[mirror + 1];
          pairs[k + 2] = x[i] - x[mirror];
          pairs[k + 3] = x[i + 1] - x[mirror + 1];
          sumR += pairs[k];
          sumI += pairs[k + 1];
          i += step;
          mirror -= step;
        }
        y[to] = sumR;
        y[to + 1] = sumI;
        for (let j = 1, entry = 0; j <= half; j++) {
          let mr = ar;
          let mi = ai;
          let nr = 0;
          let ni = 0;
          for (let k = 0; k < 4 * half; k += 4, entry += 2) {
            const cosine = table[entry];
            const sine = table[entry + 1];
            mr += cosine * pairs[k];
            mi += cosine * pairs[k + 1];
            nr += sine * pairs[k + 3];
            ni -= sine * pairs[k + 2];
          }
          rotate(y, to + stride * j, mr + nr, mi + ni, tw, twiddle + 2 * (j - 1));
          rotate(y, to + stride * (r - j), mr - nr, mi - ni, tw, twiddle + 2 * (r - j - 1));
        }
      }
    }
  };
}

function rotate(y: Float64Array, at: number, re: number, im: number, tw: Float64Array, t: number): void {
  y[at] = re * tw[t] - im * tw[t + 1];
  y[at + 1] = re * tw[t + 1] + im * tw[t];
}

/** cos and sin of 2 pi j k / r for j and k from 1 to half, in turn, row after row. */
function cosinesAndSines(r: number, half: number): Float64Array {
  const roots = unitRoots(r);
  const table = new Float64Array(2 * half * half);
  for (let j = 1, entry = 0; j <= half; j++) {
    for (let k = 1; k <= half; k++, entry += 2) {
      const root = 2 * ((j * k) % r);
      table[entry] = roots[root];
      table[entry + 1] = -roots[root + 1];
    }
  }
  return table;
}
