import type { ComponentOutcome, WindowSummary } from '@/core/model';

const DELTA = 0.05;

/** Normally distributed. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function windowOf(random: () => number, bias: number, distanceKm: number): WindowSummary {
  const dt = bias + 0.0012 * distanceKm * (0.3 + random()) + 0.9 * normal(random);
  const cc = Math.max(0.7, 1 - 0.09 * Math.abs(normal(random)) - 0.02 * Math.abs(dt));
  const dlnA = 0.1 + 0.35 * normal(random);
  const left = Math.round((8 + distanceKm / (3 + 4 * random())) / DELTA);
  const length = Math.round((12 + 25 * random() ** 2) / DELTA);
  return {
    left,
    right: left + length,
    cc,
    dt: Math.round(dt / DELTA) * DELTA,
    dlnA,
    weight: ((length * DELTA) / 10) * cc,
    misfit: 0.5 * dt * dt,
  };
}

/** Made-up windows of a pair, shared out among its components: late where it is far, and by a bias of its own.
 *  @param count of all windows
 *  @param starttime of the traces, ISO 8601 */
export function fakeComponents(
  station: string,
  count: number,
  distanceKm: number,
  starttime: string,
  random: () => number,
): Record<string, ComponentOutcome> {
  const letters = ['E', 'N', 'Z'];
  const bias = 0.6 * normal(random);
  const windows = Array.from({ length: count }, () => windowOf(random, bias, distanceKm));
  return Object.fromEntries(
    letters.map((letter, i) => {
      const own = windows.filter((_, place) => place % letters.length === i);
      const trace = { channel: `${station}.10.HH${letter}`, starttime, delta: DELTA };
      const misfit = own.length === 0 ? null : own.reduce((sum, window) => sum + window.misfit!, 0);
      return [letter, { misfit, nwin: own.length, windows: own, trace }];
    }),
  );
}
