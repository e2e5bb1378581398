import type { Candidate } from './types';

/** Above any sample index: no trace has more than 5e7 samples (core/pair), and a left bound times this is exact. */
const SPAN = 2 ** 26;

/** One candidate per pair of bounds, its centre in the middle, by ascending left bound; equal ones in order of appearance. */
export function removeDuplicates(candidates: Candidate[]): Candidate[] {
  const unique = new Map<number, Candidate>();
  for (const { left, right } of candidates) {
    const key = left * SPAN + right;
    if (!unique.has(key)) unique.set(key, { left, right, center: Math.trunc((left + right) / 2) });
  }
  return [...unique.values()].sort((a, b) => a.left - b.left);
}
