import type { Conventions } from '@/core/model';
import type { Deviation } from './deviation';

/**
 * Jackknife errors of a multitaper measurement, by leaving out one taper at a time. From pseudo-values
 * p_i = K x - (K - 1) x_i, the variance is sum (p_i - mean p)^2 / (K (K - 1)); Pyadjoint has x_i in the place of the
 * first p_i, which `conventions` keeps.
 * @param estimate  x, by all K tapers, at m frequencies
 * @param others    x_i, by all but the i-th of at least two
 * @returns         m errors each
 * @see Thomson & Chave 1991; Laske & Masters 1996
 */
export function jackknife(estimate: Deviation, others: readonly Deviation[], conventions: Conventions): Deviation {
  const error = (x: Float64Array, parts: Float64Array[]) => x.map((value, k) => spread(value, parts, k, conventions));
  return {
    dtau: error(
      estimate.dtau,
      others.map((other) => other.dtau),
    ),
    dlna: error(
      estimate.dlna,
      others.map((other) => other.dlna),
    ),
  };
}

/** The error of one value, of which `parts` hold the estimates without one taper at index k. */
function spread(x: number, parts: Float64Array[], k: number, conventions: Conventions): number {
  const count = parts.length;
  const pseudo = (part: number) => count * x - (count - 1) * part;
  let mean = 0;
  for (const part of parts) mean += pseudo(part[k]) / count;
  let sum = 0;
  for (const part of parts) sum += ((conventions === 'pyatoa' ? part[k] : pseudo(part[k])) - mean) ** 2;
  return Math.sqrt(sum / (count * (count - 1)));
}
