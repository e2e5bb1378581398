import type { Conventions, RejectedBounds, RejectedWindows, Rejection } from '@/core/model';
import type { Candidate } from './types';

/**
 * Keeps the candidates that pass a test and lists the others under the test's name.
 *
 * Under the `pyatoa` convention a rejection goes by the bounds alone: a candidate that fails stays if another with
 * the same bounds and another centre passes; and a test that is made a second time lists what it rejects then in the
 * place of what it rejected before (docs/conventions.md).
 * @returns the kept ones, in their order
 */
export function sieve<T extends Candidate>(
  candidates: T[],
  passes: (candidate: T) => boolean,
  name: Rejection,
  rejected: RejectedWindows,
  conventions: Conventions,
): T[] {
  const passing = new Uint8Array(candidates.length);
  let count = 0;
  for (let i = 0; i < candidates.length; i++) {
    if (!passes(candidates[i])) continue;
    passing[i] = 1;
    count++;
  }
  if (count === candidates.length) return candidates;
  if (conventions === 'pyatoa') passSharedBounds(candidates, passing);
  const kept: T[] = [];
  const dropped: RejectedBounds[] = [];
  for (let i = 0; i < candidates.length; i++) {
    const { left, right, center } = candidates[i];
    if (passing[i] === 1) kept.push(candidates[i]);
    else dropped.push([left, right, center]);
  }
  if (dropped.length > 0) {
    rejected[name] = conventions === 'pyatoa' ? dropped : [...(rejected[name] ?? []), ...dropped];
  }
  return kept;
}

/** Lets all candidates pass whose bounds are those of one that passes. */
function passSharedBounds(candidates: Candidate[], passing: Uint8Array): void {
  const bounds = new Map<number, Set<number>>();
  for (let i = 0; i < candidates.length; i++) {
    if (passing[i] === 0) continue;
    const { left, right } = candidates[i];
    const rights = bounds.get(left);
    if (rights === undefined) bounds.set(left, new Set([right]));
    else rights.add(right);
  }
  if (bounds.size === 0) return;
  for (let i = 0; i < candidates.length; i++) {
    if (bounds.get(candidates[i].left)?.has(candidates[i].right)) passing[i] = 1;
  }
}
