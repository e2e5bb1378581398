import { type Arena, arenaFor, inArena } from './arena';
import type { Sos } from './sos';

/**
 * Filters forward by second-order sections, in place, from zero state. All sections take a sample before the next one
 * comes (transposed direct form II), so that the series is read and written once.
 */
export function sosFilter(sos: Sos, x: Float64Array): void {
  filter(sos, x, [1]);
}

/** Filters forward, then backward, each from zero state and without padding, in place: no phase shift. */
export function sosFiltFilt(sos: Sos, x: Float64Array): void {
  filter(sos, x, [1, -1]);
}

function filter(sos: Sos, x: Float64Array, steps: (1 | -1)[]): void {
  const arena = arenaFor(x.length);
  if (arena) return inArena(arena, x, (at) => runInArena(arena, sos, at, x.length, steps));
  for (const step of steps) run(sos, x, step);
}

/** By the loops in WebAssembly (tools/kernels/series.ts). */
function runInArena(arena: Arena, sos: Sos, x: number, n: number, steps: (1 | -1)[]): void {
  const { filterPair, filterOne } = arena.kernels;
  arena.take(sos.length, (address) => {
    arena.write(address, sos);
    for (const step of steps) {
      const start = step === 1 ? x : x + 8 * (n - 1);
      let at = 0;
      for (; at + 6 < sos.length; at += 12) filterPair(address + 8 * at, start, n, 8 * step);
      if (at < sos.length) filterOne(address + 8 * at, start, n, 8 * step);
    }
  });
}

function run(sos: Sos, x: Float64Array, step: 1 | -1): void {
  const start = step === 1 ? 0 : x.length - 1;
  const sections = sos.length / 6;
  // Two sections at a time hold their state in registers; a Butterworth band-pass of two corners is exactly that.
  let section = 0;
  for (; section + 1 < sections; section += 2) runPair(sos, 6 * section, x, start, step);
  if (section < sections) runOne(sos, 6 * section, x, start, step);
}

function runPair(sos: Sos, at: number, x: Float64Array, start: number, step: 1 | -1): void {
  const [b0, b1, b2, , a1, a2, d0, d1, d2, , c1, c2] = sos.subarray(at, at + 12);
  let s1 = 0;
  let s2 = 0;
  let t1 = 0;
  let t2 = 0;
  const n = x.length;
  for (let i = start; i >= 0 && i < n; i += step) {
    const u = x[i];
    const v = b0 * u + s1;
    s1 = b1 * u - a1 * v + s2;
    s2 = b2 * u - a2 * v;
    const y = d0 * v + t1;
    t1 = d1 * v - c1 * y + t2;
    t2 = d2 * v - c2 * y;
    x[i] = y;
  }
}

function runOne(sos: Sos, at: number, x: Float64Array, start: number, step: 1 | -1): void {
  const [b0, b1, b2, , a1, a2] = sos.subarray(at, at + 6);
  let s1 = 0;
  let s2 = 0;
  const n = x.length;
  for (let i = start; i >= 0 && i < n; i += step) {
    const u = x[i];
    const y = b0 * u + s1;
    s1 = b1 * u - a1 * y + s2;
    s2 = b2 * u - a2 * y;
    x[i] = y;
  }
}
