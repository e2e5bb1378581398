import type { MisfitParameters } from '@/core/config';
import type { SecondsWindow } from '@/core/misfit';
import { windowSamples } from '@/core/misfit/windowed';
import { gradient, simpson, taperWeights } from '@/core/signal';

/**
 * Simpson's rule as scipy had it before version 1.11, which `../shared/reference` was made with: an even number of
 * samples is integrated as the mean of two ways, with a trapezoid at either end.
 */
function olderSimpson(y: Float64Array, dx: number): number {
  const n = y.length;
  if (n % 2 === 1) return simpson(y, dx);
  const trapezoid = (i: number) => 0.5 * dx * (y[i] + y[i + 1]);
  const ways = [simpson(y.subarray(0, n - 1), dx) + trapezoid(n - 2), simpson(y.subarray(1), dx) + trapezoid(0)];
  return 0.5 * (ways[0] + ways[1]);
}

/**
 * A cc_traveltime source by the older rule as it is by the newer: its windows are divided by an integral.
 * @param adjoint  forward time, length n
 */
export function withNewerRule(
  adjoint: Float64Array,
  synthetic: Float64Array,
  delta: number,
  windows: readonly SecondsWindow[],
  { taper_percentage, taper_type }: MisfitParameters,
): Float64Array {
  const out = adjoint.slice();
  for (const window of windows) {
    const { left, length } = windowSamples(window, delta, synthetic.length);
    const taper = taperWeights(length, taper_percentage, taper_type);
    const slope = gradient(
      taper.map((weight, i) => weight * synthetic[left + i]),
      delta,
    );
    const square = slope.map((x) => x * x);
    const ratio = olderSimpson(square, delta) / simpson(square, delta);
    // The last sample may belong to the next window.
    for (let i = left; i < left + length - 1; i++) out[i] = adjoint[i] * ratio;
  }
  return out;
}
