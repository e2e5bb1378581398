import { arenaFor } from './arena';
import { energy } from './correlate';
import { gradient } from './integrate';

/** Sums of squares that tell how well one series fits another. */
export interface FitEnergies {
  /** Of what the fitted series leaves of the other. */
  left: number;
  /** Of the fitted series' derivative. */
  rate: number;
  /** Of the fitted series. */
  size: number;
}

/**
 * How well s, moved by `shift` samples and times `scale`, fits d.
 * @param d      samples, length n
 * @param s      samples, length n
 * @param delta  sampling interval in s
 */
export function fitEnergies(
  d: Float64Array,
  s: Float64Array,
  shift: number,
  scale: number,
  delta: number,
): FitEnergies {
  const n = d.length;
  const arena = s.length === n ? arenaFor(n) : null;
  if (arena === null) {
    const fitted = shiftedAndScaled(s, shift, scale);
    return {
      left: energy(d.map((value, i) => value - fitted[i])),
      rate: energy(gradient(fitted, delta)),
      size: energy(fitted),
    };
  }
  return arena.take(2 * n + 2, (ds) => {
    const ss = ds + 16 * Math.ceil(n / 2);
    arena.write(ds, d);
    arena.write(ss, s);
    arena.kernels.fitEnergies(ds, ss, n, shift, scale, delta, arena.first);
    const [left, rate, size] = arena.view(arena.first, 3);
    return { left, rate, size };
  });
}

/** s moved by `shift` samples, zeros coming in, times `scale`. */
export function shiftedAndScaled(s: Float64Array, shift: number, scale: number): Float64Array {
  const out = new Float64Array(s.length);
  const to = Math.min(s.length, s.length + shift);
  for (let i = Math.max(0, shift); i < to; i++) out[i] = scale * s[i - shift];
  return out;
}
