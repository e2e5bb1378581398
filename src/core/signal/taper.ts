import { arenaFor, inArena } from './arena';
import { Cache } from './cache';

/** Shapes of a trace's taper. */
export type TaperType = 'hann' | 'cosine' | 'hamming';
/** Shapes of a measurement window's taper, under Pyadjoint's names. */
export type WindowTaperType = 'hann' | 'hamming' | 'cos' | 'cos_p10';

const sides = new Cache<string, Float64Array>(64);
const weights = new Cache<string, Float64Array>(128);

/**
 * Tapers both ends of a series, in place.
 * @param x         samples, length n
 * @param fraction  of the series at each end, at most a half: floor(fraction n) samples
 * @param type      hann; cosine, a hann taper whose last sample is one already; or hamming, which begins at 0.08
 */
export function taperEnds(x: Float64Array, fraction: number, type: TaperType = 'hann'): void {
  const n = x.length;
  const length = Math.floor(Math.min(fraction, 0.5) * n);
  // A taper that leaves no plateau has an even number of points, and its two middle ones are equal.
  const points = 2 * length === n ? n : 2 * length + 1;
  const side = sides.get(`${type} ${length} ${points}`, () => risingSide(type, length, points));
  const arena = arenaFor(n);
  if (arena) {
    return inArena(arena, x, (at) => {
      arena.take(length, (weights) => {
        arena.write(weights, side);
        arena.kernels.taper(at, n, weights, length);
      });
    });
  }
  for (let i = 0; i < length; i++) {
    x[i] *= side[i];
    x[n - 1 - i] *= side[i];
  }
}

/** First half of a symmetric window of `points` points. */
function risingSide(type: TaperType, length: number, points: number): Float64Array {
  const turn = (2 * Math.PI) / (points - 1);
  return new Float64Array(length).map((_, i) => {
    if (type === 'hann') return 0.5 - 0.5 * Math.cos(i * turn);
    if (type === 'hamming') return 0.54 - 0.46 * Math.cos(i * turn);
    return length === 1 ? 0 : 0.5 - 0.5 * Math.cos((Math.PI * i) / (length - 1));
  });
}

/**
 * Weights of a measurement window, as Pyadjoint tapers it.
 * @param n         length of the window in samples
 * @param fraction  tapered in all, half at each end: floor(n fraction / 2 + 0.5) samples, at most floor(n / 2)
 * @param type      hann, hamming, cos (a half sine) or cos_p10 (1 - cos^10)
 * @returns         n weights, shared between calls: not to be changed
 */
export function taperWeights(n: number, fraction: number, type: WindowTaperType): Float64Array {
  return weights.get(`${type} ${n} ${fraction}`, () => {
    const out = new Float64Array(n).fill(1);
    const length = Math.min(Math.floor((n * fraction) / 2 + 0.5), n >> 1);
    for (let i = 0; i < length; i++) {
      const weight = windowWeight(type, i, length);
      out[i] = weight;
      out[n - 1 - i] = weight;
    }
    return out;
  });
}

/** x times weights, sample by sample. */
export function weighted(x: Float64Array, weights: Float64Array): Float64Array {
  const n = x.length;
  const arena = arenaFor(n);
  if (arena) {
    return arena.take(2 * n + 2, (at) => {
      const second = at + 16 * Math.ceil(n / 2);
      arena.write(at, x);
      arena.write(second, weights);
      arena.kernels.multiply(at, second, n, at);
      return arena.read(at, n);
    });
  }
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) out[i] = x[i] * weights[i];
  return out;
}

function windowWeight(type: WindowTaperType, i: number, length: number): number {
  const angle = (Math.PI * i) / (2 * length - 1);
  if (type === 'hann') return 0.5 - 0.5 * Math.cos(2 * angle);
  if (type === 'hamming') return 0.54 - 0.46 * Math.cos(2 * angle);
  if (type === 'cos') return Math.sin(angle);
  return 1 - Math.cos(angle) ** 10;
}
