/** A few numbers that stand for an array: [n, largest absolute value, two sums with signs, samples in between]. */
export type Signature = readonly number[];

const SAMPLES = 8;
const known = new Map<string, Int8Array>();

/** The signature that `make-reference.py` makes of an array. */
export function signature(x: Float64Array): Signature {
  const n = x.length;
  const samples = Array.from({ length: SAMPLES }, (_, k) => x[Math.floor(((k + 0.5) * n) / SAMPLES)]);
  return [n, x.reduce((most, value) => Math.max(most, Math.abs(value)), 0), signed(x, 1), signed(x, 2), ...samples];
}

/**
 * Largest deviation of two signatures, relative to the wanted largest absolute value. A sample that no signature shows
 * changes the signed sums by as much as it is wrong, so that a deviation anywhere is seen.
 */
export function signatureDeviation(own: Signature, wanted: Signature): number {
  if (own.length !== wanted.length || own[0] !== wanted[0]) return Infinity;
  const scale = wanted[1] === 0 ? 1 : wanted[1];
  return Math.max(...wanted.slice(1).map((value, i) => Math.abs(own[i + 1] - value) / scale));
}

/** Sum of the samples, each plus or minus. */
function signed(x: Float64Array, seed: number): number {
  const signs = signsOf(x.length, seed);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += signs[i] * x[i];
  return sum;
}

/** Linear congruential generator modulo 2^32 (Numerical Recipes, section 7.1); its highest bit gives the sign. */
function signsOf(n: number, seed: number): Int8Array {
  const key = `${n}/${seed}`;
  let signs = known.get(key);
  if (signs === undefined) {
    let state = seed >>> 0;
    signs = new Int8Array(n).map(() => {
      state = (Math.imul(1664525, state) + 1013904223) >>> 0;
      return state >= 2 ** 31 ? 1 : -1;
    });
    known.set(key, signs);
  }
  return signs;
}
