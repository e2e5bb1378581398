import type { Conventions, RejectedWindows, Rejection } from '@/core/model';
import { sieve } from './sieve';
import type { Candidate } from './types';

/** Passes candidates from test to test and keeps count of what is rejected on the way. */
export class Funnel {
  readonly rejected: RejectedWindows = {};
  readonly steps: [step: string, left: number][] = [];
  readonly #conventions: Conventions;

  constructor(conventions: Conventions) {
    this.#conventions = conventions;
  }

  /** @param test  null where the test does not apply */
  sieve<T extends Candidate>(candidates: T[], name: Rejection, test: ((candidate: T) => boolean) | null): T[] {
    if (test === null) return candidates;
    return this.count(name, sieve(candidates, test, name, this.rejected, this.#conventions));
  }

  /** Notes how many are left after a step that is not a test. */
  count<T>(step: string, candidates: T[]): T[] {
    this.steps.push([step, candidates.length]);
    return candidates;
  }
}
