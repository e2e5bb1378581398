import { gradient } from '@/core/signal';
import { recombine } from '../multitaper/tapers';
import { sum, timesConjugate } from '../multitaper/transferFunction';
import type { Zoom } from '../multitaper/zoom';

/**
 * Adjoint sources of the differential traveltime of two synthetics a and b: with A_k and B_k the transforms of their
 * derivatives under taper h_k, and N = sum A B*, that at a is the sum over k of h_k times the inverse transform of
 * -2 W dtau B_k / N*, that at b of 2 W dtau A_k / N.
 * @param a        K tapered series of length n
 * @param b        likewise
 * @param dtau     double difference at the m frequencies of the band, s
 * @param weights  W for a and for b
 * @see Yuan et al. 2016, appendix
 */
export function spectralSources(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  dtau: Float64Array,
  [weightA, weightB]: readonly [Float64Array, Float64Array],
  window: Zoom,
  nw: number,
): { a: Float64Array; b: Float64Array } {
  const { df, size } = window.band;
  const delta = 1 / (df * size);
  const [ofA, ofB] = [a, b].map((series) => series.map((x) => window.forward(gradient(x, delta))));
  const products = ofA.map((x, k) => timesConjugate(x, ofB[k]));
  const re = sum(products.map((x) => x.re));
  const im = sum(products.map((x) => x.im));
  const scale = (2 * df) / delta;
  // 1 / N = N* / |N|^2; N* of one source is N of the other.
  const over = (weight: Float64Array, sign: 1 | -1) =>
    re.map((x, k) => (sign * scale * dtau[k] * weight[k]) / (x * x + im[k] * im[k]));
  const factorA = over(weightA, -1);
  const factorB = over(weightB, 1);
  return {
    a: recombine(
      ofB.map((x) =>
        window.real({
          re: x.re.map((r, k) => factorA[k] * (r * re[k] - x.im[k] * im[k])),
          im: x.im.map((i, k) => factorA[k] * (i * re[k] + x.re[k] * im[k])),
        }),
      ),
      nw,
    ),
    b: recombine(
      ofA.map((x) =>
        window.real({
          re: x.re.map((r, k) => factorB[k] * (r * re[k] + x.im[k] * im[k])),
          im: x.im.map((i, k) => factorB[k] * (i * re[k] - x.re[k] * im[k])),
        }),
      ),
      nw,
    ),
  };
}
