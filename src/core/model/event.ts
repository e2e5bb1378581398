import type { Nanoseconds } from './time';

/** Moment tensor in N m, in the up (r), south (t), east (p) frame of the Global CMT catalogue. */
export interface MomentTensor {
  mrr: number;
  mtt: number;
  mpp: number;
  mrt: number;
  mrp: number;
  mtp: number;
}

/** An earthquake (or another source) as the workflow needs it. */
export interface SeismicEvent {
  /** The project's name of it, which is also the name of its folders. */
  id: string;
  /** Origin time; for a CMTSOLUTION the hypocentre's time plus the time shift (centroid time). */
  time: Nanoseconds;
  latitude: number;
  longitude: number;
  depthKm: number;
  magnitude: number | null;
  momentTensor: MomentTensor | null;
  /** Half duration of the source time function in s. */
  halfDuration: number | null;
  region: string | null;
}

/** Scalar moment in N m. @see Silver & Jordan 1982 */
export function scalarMoment(m: MomentTensor): number {
  const diagonal = m.mrr * m.mrr + m.mtt * m.mtt + m.mpp * m.mpp;
  const off = m.mrt * m.mrt + m.mrp * m.mrp + m.mtp * m.mtp;
  return Math.sqrt((diagonal + 2 * off) / 2);
}

/** Logarithm of the scalar moment in N m at magnitude zero. @see Hanks & Kanamori 1979; IASPEI 2013, Summary of magnitude
 *  working group recommendations */
const LOG_MOMENT_AT_ZERO = 9.1;

/** Moment magnitude of a scalar moment in N m. */
export function momentMagnitude(moment: number): number {
  return (2 / 3) * (Math.log10(moment) - LOG_MOMENT_AT_ZERO);
}

/** Scalar moment in N m of a moment magnitude. */
export function momentOfMagnitude(magnitude: number): number {
  return 10 ** (1.5 * magnitude + LOG_MOMENT_AT_ZERO);
}
