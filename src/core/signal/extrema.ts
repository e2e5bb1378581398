import { type Arena, arenaFor } from './arena';

/**
 * What a series that begins flat counts as. `level`: as no extremum. `wrapped`: as if it came from the series' last step
 * up or down, so that sample 0 may be one.
 */
export type FlatStart = 'level' | 'wrapped';

/** Indices of the local maxima of a series, in order. Of a flat top its first sample counts; an end never does but by
 *  `flatStart`. */
export function maxima(x: ArrayLike<number>, flatStart: FlatStart = 'level'): number[] {
  return tops(x, 1, flatStart);
}

/** Indices of the local minima of a series, in order. Of a flat bottom its first sample counts; an end never does but by
 *  `flatStart`. */
export function minima(x: ArrayLike<number>, flatStart: FlatStart = 'level'): number[] {
  return tops(x, -1, flatStart);
}

/** Maxima of x times `sign`. */
function tops(x: ArrayLike<number>, sign: 1 | -1, flatStart: FlatStart): number[] {
  const found: number[] = [];
  let candidate = flatStart === 'wrapped' && x[0] === x[1] && sign * lastStep(x) > 0 ? 0 : -1;
  const arena = x instanceof Float64Array ? arenaFor(x.length) : null;
  if (arena) return topsInArena(arena, x as Float64Array, sign, candidate);
  for (let i = 1; i < x.length; i++) {
    const step = sign * (x[i] - x[i - 1]);
    if (step > 0) {
      candidate = i;
    } else if (step < 0) {
      if (candidate >= 0) found.push(candidate);
      candidate = -1;
    }
  }
  return found;
}

/** By the loop in WebAssembly (tools/kernels/series.ts). */
function topsInArena(arena: Arena, x: Float64Array, sign: 1 | -1, candidate: number): number[] {
  const n = x.length;
  return arena.take(2 * n, (address) => {
    const out = address + 16 * Math.ceil(n / 2);
    arena.write(address, x);
    const count = arena.kernels.tops(address, n, sign, candidate, out);
    return Array.from(arena.indices(out, count));
  });
}

/** The last step of a series that is not zero. */
function lastStep(x: ArrayLike<number>): number {
  for (let i = x.length - 1; i > 0; i--) if (x[i] !== x[i - 1]) return x[i] - x[i - 1];
  return 0;
}
