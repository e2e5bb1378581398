import type { Complex } from '@/core/model';

/** evalresp scales a filter whose gain at zero frequency is further than this from one. */
const NORMALIZATION_TOLERANCE = 0.02;

/** Sum of c[k] exp(-i angle k), by Horner's rule. */
export function delaySum(coefficients: ArrayLike<number>, angle: number): Complex {
  const cosine = Math.cos(angle);
  const sine = -Math.sin(angle);
  let re = 0;
  let im = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) {
    const next = coefficients[k] + re * cosine - im * sine;
    im = re * sine + im * cosine;
    re = next;
  }
  return { re, im };
}

/**
 * A finite impulse response without feedback. Symmetric ones are without phase, for a digitizer's times are corrected
 * for their delay. Others are scaled to one at zero frequency, and shifted by the correction that was applied.
 * @param coefficients  all of them
 * @param interval      input sampling interval in s
 * @param correction    delay in s that the digitizer's times were corrected for
 * @see evalresp's manual; SEED 2.4, blockettes 54, 57, 61
 */
export function firResponse(
  coefficients: number[],
  interval: number,
  correction: number,
): (frequency: number) => Complex {
  if (coefficients.length === 0) return () => ({ re: 1, im: 0 });
  const c = normalized(coefficients);
  if (isSymmetric(c)) return symmetricResponse(c, interval);
  return (frequency) => {
    const omega = 2 * Math.PI * frequency;
    const { re, im } = delaySum(c, omega * interval);
    const cosine = Math.cos(omega * correction);
    const sine = Math.sin(omega * correction);
    return { re: re * cosine - im * sine, im: re * sine + im * cosine };
  };
}

/** The response of all coefficients of a symmetric filter, less the delay of its middle: real. */
export function symmetricResponse(coefficients: number[], interval: number): (frequency: number) => Complex {
  const middle = (coefficients.length - 1) / 2;
  return (frequency) => {
    const angle = 2 * Math.PI * frequency * interval;
    const { re, im } = delaySum(coefficients, angle);
    return { re: re * Math.cos(angle * middle) - im * Math.sin(angle * middle), im: 0 };
  };
}

/** All coefficients of a filter of which the file gives the first half: with the middle one (odd) or without (even). */
export function unfold(half: number[], symmetry: 'even' | 'odd'): number[] {
  return [...half, ...(symmetry === 'odd' ? half.slice(0, -1) : half).toReversed()];
}

function normalized(coefficients: number[]): number[] {
  const sum = coefficients.reduce((a, b) => a + b, 0);
  return sum === 0 || Math.abs(sum - 1) <= NORMALIZATION_TOLERANCE ? coefficients : coefficients.map((c) => c / sum);
}

function isSymmetric(c: number[]): boolean {
  return c.every((value, k) => value === c[c.length - 1 - k]);
}
