import type { Arena } from './arena';
import type { Correlation } from './correlatePlain';
import { evenKernel } from './fft/evenKernel';

/** The loops in WebAssembly (tools/kernels/correlation.ts), for as long as `work` lasts.
 *  @param d  as long as s */
export function correlationKernel<T>(
  arena: Arena,
  d: Float64Array,
  s: Float64Array,
  work: (series: Correlation) => T,
): T {
  const n = d.length;
  return arena.take(4 * aligned(n + 1), (address) => {
    const [ofD, ofS, ds, ss] = [0, 1, 2, 3].map((i) => address + 8 * i * aligned(n + 1));
    arena.write(ds, d);
    arena.write(ss, s);
    arena.kernels.runningEnergies(ds, ss, n, ofD, ofS);
    return work({
      energies: [arena.view(ofD, n + 1), arena.view(ofS, n + 1)],
      sumAt: (lag) => arena.kernels.sumAt(ds, ss, n, lag),
      earliestLargest: (lags) => {
        // In a work space, which has room for all of them.
        arena.indices(arena.first, lags.length).set(lags);
        return arena.kernels.earliestLargest(ds, ss, n, arena.first, lags.length);
      },
      near: (size, behind, ahead, margin) => nearLags(arena, [ds, ss], n, size, { behind, ahead, margin }),
    });
  });
}

function nearLags(
  arena: Arena,
  [ds, ss]: number[],
  n: number,
  size: number,
  { behind, ahead, margin }: { behind: number; ahead: number; margin: number },
): number[] {
  const { kernels, first, second } = arena;
  const transform = evenKernel(size)!;
  const bins = size / 2 + 1;
  return arena.take(4 * bins, (a) => {
    const b = a + 16 * bins;
    transform.forward(arena.view(ds, n), a);
    transform.forward(arena.view(ss, n), b);
    kernels.multiplyByConjugate(a, b, bins);
    const correlation = transform.inverse(a);
    // Negative lags lie at the end.
    const negative = size - behind + 1;
    const largest = Math.max(kernels.largest(correlation, negative, size), kernels.largest(correlation, 0, ahead));
    const limit = largest - margin;
    const out = correlation === first ? second : first;
    const before = kernels.indicesAbove(correlation, negative, size, limit, -size, out);
    const count = before + kernels.indicesAbove(correlation, 0, ahead, limit, 0, out + 4 * before);
    return Array.from(arena.indices(out, count));
  });
}

/** An even number of values: whole vectors. */
function aligned(n: number): number {
  return n + (n % 2);
}
