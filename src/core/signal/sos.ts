import type { Complex } from '@/core/model';
import { abs, subtract } from './complex';

/** Second-order sections, six numbers each: b0 b1 b2 a0 a1 a2, with a0 = 1. */
export type Sos = Float64Array;

/** A digital filter by zeros, poles and gain. */
export interface Zpk {
  zeros: Complex[];
  poles: Complex[];
  gain: number;
}

const isReal = (root: Complex) => root.im === 0;

/**
 * Second-order sections of a filter whose zeros are all real, as those of Butterworth filters are. Beginning at the
 * last section, the pole nearest to the unit circle is taken with its conjugate (or, if real, with the next real one)
 * and with the two zeros nearest to it, so that the sections of highest gain come last; the first one holds the gain.
 * @see Jackson 1996, Digital Filters and Signal Processing, sec. 11.4
 */
export function sectionsOf({ zeros, poles, gain }: Zpk): Sos {
  const upper = upperHalf(poles);
  const remaining = zeros.map((zero) => zero.re);
  if (poles.length % 2 === 1) {
    upper.push({ re: 0, im: 0 });
    remaining.push(0);
  }
  const sorted = [...upper.filter((p) => !isReal(p)), ...upper.filter(isReal).sort((a, b) => a.re - b.re)];
  remaining.sort((a, b) => a - b);
  const count = Math.ceil(poles.length / 2);
  const sos = new Float64Array(6 * count);
  for (let section = count - 1; section >= 0; section--) {
    const first = takeNearestToCircle(sorted, () => true);
    const second = isReal(first) ? takeNearestToCircle(sorted, isReal) : { re: first.re, im: -first.im };
    const z1 = takeNearest(remaining, first);
    const z2 = takeNearest(remaining, first);
    const sum = first.re + second.re;
    const product = first.re * second.re - first.im * second.im;
    sos.set([1, -(z1 + z2), z1 * z2, 1, -sum, product], 6 * section);
  }
  for (let i = 0; i < 3; i++) sos[i] *= gain;
  return sos;
}

/** Of each conjugate pair the pole with positive imaginary part, the mean of the two; and all real poles. */
function upperHalf(poles: Complex[]): Complex[] {
  const tolerance = 100 * Number.EPSILON;
  const order = (a: Complex, b: Complex) => a.re - b.re || Math.abs(a.im) - Math.abs(b.im);
  const real = poles.filter((p) => Math.abs(p.im) <= tolerance * abs(p)).map((p) => ({ re: p.re, im: 0 }));
  const others = poles.filter((p) => Math.abs(p.im) > tolerance * abs(p));
  const above = others.filter((p) => p.im > 0).sort(order);
  const below = others.filter((p) => p.im < 0);
  const pairs = above.map((p) => {
    const [conjugate] = below
      .map((q) => ({ q, distance: abs(subtract(p, { re: q.re, im: -q.im })) }))
      .sort((a, b) => a.distance - b.distance);
    const { q } = conjugate;
    return { re: (p.re + q.re) / 2, im: (p.im - q.im) / 2 };
  });
  return [...pairs, ...real];
}

function takeNearestToCircle(poles: Complex[], wanted: (pole: Complex) => boolean): Complex {
  let best = -1;
  let least = Infinity;
  poles.forEach((pole, i) => {
    const distance = Math.abs(1 - abs(pole));
    if (wanted(pole) && distance < least) {
      best = i;
      least = distance;
    }
  });
  return poles.splice(best, 1)[0];
}

function takeNearest(zeros: number[], pole: Complex): number {
  let best = 0;
  let least = Infinity;
  zeros.forEach((zero, i) => {
    const distance = abs(subtract({ re: zero, im: 0 }, pole));
    if (distance < least) {
      best = i;
      least = distance;
    }
  });
  return zeros.length === 0 ? 0 : zeros.splice(best, 1)[0];
}
