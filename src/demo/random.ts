/** Uniform numbers in [0, 1). */
export type Random = () => number;

/** A stream of its own for every purpose: the same keys give the same numbers, on every machine, whatever else was drawn
 *  before. Generator: mulberry32 (T. Ettinger, public domain), period 2^32; keys are mixed by the finalizer of MurmurHash3. */
export function randomStream(...keys: number[]): Random {
  let state = 0x9e3779b9;
  for (const key of keys) state = mix(Math.imul(state, 31) ^ mix(key + 1));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mix(key: number): number {
  let h = key | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Fills `output` with standard normal numbers, two from each draw. @see Box & Muller 1958 */
export function fillNormal(random: Random, output: Float64Array): void {
  for (let i = 0; i < output.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    output[i] = radius * Math.cos(angle);
    if (i + 1 < output.length) output[i + 1] = radius * Math.sin(angle);
  }
}
