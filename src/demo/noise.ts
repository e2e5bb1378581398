import { between, fillNormal, type Random } from './random';

/** Period in s, quality factor and strength of the resonances that make the noise: the microseism and the long-period hum.
 *  Strength is relative to the level. */
const RESONANCES = [
  { period: 6, quality: 4, strength: 4 },
  { period: 22, quality: 1.2, strength: 1 },
];

/** Quietest and loudest root mean square of the ground's long-period velocity, m/s. */
const LEVEL = { low: 0.4e-8, high: 2.5e-8 };

/** Level of a station's noise, m/s. */
export function noiseLevel(random: Random): number {
  return LEVEL.low * (LEVEL.high / LEVEL.low) ** between(random, 0, 1);
}

/** Adds ground noise to a velocity in m/s: white noise through second-order resonators.
 *  @param level root mean square of its long-period part, m/s */
export function addNoise(random: Random, velocity: Float64Array, delta: number, level: number): void {
  const white = new Float64Array(velocity.length);
  for (const { period, quality, strength } of RESONANCES) {
    fillNormal(random, white);
    const omega = (2 * Math.PI * delta) / period;
    const radius = Math.exp(-omega / (2 * quality));
    const a1 = 2 * radius * Math.cos(omega);
    const a2 = -radius * radius;
    // Variance of the process for unit white noise. @see Box & Jenkins 1976, eq. 3.2.28
    const variance = (1 - a2) / ((1 + a2) * ((1 - a2) ** 2 - a1 ** 2));
    const gain = (level * strength) / Math.sqrt(variance);
    let before = 0;
    let last = 0;
    for (let i = 0; i < velocity.length; i++) {
      const next = a1 * last + a2 * before + gain * white[i]!;
      before = last;
      last = next;
      velocity[i]! += next;
    }
  }
}
