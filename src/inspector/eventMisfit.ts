import { comparePairs, type PairOutcome } from '@/core/model';

/** Misfit of an event: half of the sum over its pairs per window; where whole traces were measured, the sum.
 *  @param outcomes of the event's pairs, in any order
 *  @returns null where nothing was measured
 *  @see Tape et al. 2010, eq. 6 */
export function eventMisfit(outcomes: PairOutcome[]): number | null {
  const measured = outcomes.filter(({ misfit }) => misfit !== null).sort(comparePairs);
  if (measured.length === 0) return null;
  const sum = measured.reduce((total, { misfit }) => total + misfit!, 0);
  const windows = measured.reduce((total, { nwin }) => total + nwin, 0);
  return windows > 0 ? (0.5 * sum) / windows : sum;
}
