import { arenaFor, inArena } from './arena';

/** Samples of the constant that precede the envelope, so that both averages have settled. */
const LEAD = 1000;
/** Where the long-term average is below this, in the unit of the envelope, the ratio is replaced by the constant. */
const LEAST_LTA = 1e-9;

/**
 * Ratio of a short-term to a long-term average of an envelope: decaying sums y[i] = x[i] + C y[i - 1] with
 * C = 10^(-delta / minPeriod) and 10^(-delta / (12 minPeriod)), over the envelope plus a hundred-thousandth of its
 * maximum.
 * @param envelope   envelope of the synthetic, length n
 * @param delta      sampling interval in s
 * @param minPeriod  shortest period in s
 * @returns          STA/LTA, length n
 * @see Maggi et al. 2009, eqs. 2-4
 */
export function staLta(envelope: Float64Array, delta: number, minPeriod: number): Float64Array {
  const short = 10 ** (-delta / minPeriod);
  const long = 10 ** (-delta / (12 * minPeriod));
  const n = envelope.length;
  const ratio = new Float64Array(n);
  const arena = arenaFor(n);
  if (arena) {
    ratio.set(envelope);
    inArena(arena, ratio, (at) => arena.kernels.staLta(at, n, short, long, LEAD, LEAST_LTA, at));
    return ratio;
  }
  let largest = 0;
  for (let i = 0; i < envelope.length; i++) if (envelope[i] > largest) largest = envelope[i];
  const floor = largest / 1e5;
  let sta = 0;
  let lta = 0;
  for (let i = 0; i < LEAD; i++) {
    sta = floor + short * sta;
    lta = floor + long * lta;
  }
  for (let i = 0; i < envelope.length; i++) {
    const x = envelope[i] + floor;
    sta = x + short * sta;
    lta = x + long * lta;
    ratio[i] = lta < LEAST_LTA ? floor : sta / lta;
  }
  return ratio;
}
