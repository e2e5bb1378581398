import { arenaFor, inArena } from './arena';

/** Subtracts the mean, in place. */
export function demean(x: Float64Array): void {
  const arena = arenaFor(x.length);
  if (arena) return inArena(arena, x, (at) => arena.kernels.demean(at, x.length));
  if (x.length === 0) return;
  const mean = pairwiseSum(x, 0, x.length) / x.length;
  for (let i = 0; i < x.length; i++) x[i] -= mean;
}

/** Subtracts the line through the first and the last sample, in place; both become zero. */
export function detrendSimple(x: Float64Array): void {
  const n = x.length;
  const arena = arenaFor(n);
  if (arena) return inArena(arena, x, (at) => arena.kernels.detrend(at, n));
  if (n === 0) return;
  const first = x[0];
  const slope = n > 1 ? (x[n - 1] - first) / (n - 1) : 0;
  for (let i = 0; i < n; i++) x[i] -= first + i * slope;
}

/** Whether all samples are finite numbers. */
export function areFinite(x: Float64Array): boolean {
  const n = x.length;
  const arena = arenaFor(n);
  if (arena) {
    return arena.take(n, (at) => {
      arena.write(at, x);
      return arena.kernels.areFinite(at, n) !== 0;
    });
  }
  // A loop: `every` calls a function for each sample.
  for (let i = 0; i < n; i++) if (!Number.isFinite(x[i])) return false;
  return true;
}

/** Sum by halves: its rounding error grows with log n, where that of a running sum grows with n. */
function pairwiseSum(x: Float64Array, from: number, to: number): number {
  if (to - from > 128) {
    const middle = (from + to) >> 1;
    return pairwiseSum(x, from, middle) + pairwiseSum(x, middle, to);
  }
  let sum = 0;
  for (let i = from; i < to; i++) sum += x[i];
  return sum;
}
