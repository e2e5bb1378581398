import { dpss } from '@/core/signal';

/**
 * A window times each of the Slepian tapers, which are scaled to unit mean power.
 * @param x      length n
 * @param nw     time-bandwidth product; no tapers where it is n / 2 or more
 * @param count  number of tapers
 * @see Laske & Masters 1996
 */
export function eigenSeries(x: Float64Array, nw: number, count: number): Float64Array[] {
  const n = x.length;
  return slepian(n, nw, count).map((taper) => product(x, taper, Math.sqrt(n)));
}

/** Sum over the tapers h_k of h_k y_k. */
export function recombine(series: readonly Float64Array[], nw: number): Float64Array {
  const n = series[0].length;
  const scale = Math.sqrt(n);
  const out = new Float64Array(n);
  slepian(n, nw, series.length).forEach((taper, k) => {
    const y = series[k];
    for (let i = 0; i < n; i++) out[i] += scale * taper[i] * y[i];
  });
  return out;
}

const slepian = (n: number, nw: number, count: number) => (nw < n / 2 ? dpss(n, nw, count).tapers : []);

function product(x: Float64Array, taper: Float64Array, scale: number): Float64Array {
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = x[i] * taper[i] * scale;
  return out;
}
