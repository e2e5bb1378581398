import type { Candidate } from './types';

/** One candidate per pair of bounds, its centre in the middle, by ascending left bound; equal ones in order of appearance. */
export function removeDuplicates(candidates: Candidate[]): Candidate[] {
  const unique = new Map<number, Candidate>();
  for (const { left, right } of candidates) {
    const key = left * 2 ** 26 + right;
    if (!unique.has(key)) unique.set(key, { left, right, center: Math.trunc((left + right) / 2) });
  }
  return [...unique.values()].sort((a, b) => a.left - b.left);
}
