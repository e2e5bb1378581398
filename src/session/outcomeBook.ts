import { pairId, type PairKey, type PairOutcome } from '@/core/model';
import { failedPairs } from '@/executive';

/** The latest outcome of every pair of the open project: of earlier runs, and of the one in progress as it goes. */
export class OutcomeBook {
  readonly #outcomes = new Map<string, PairOutcome>();

  /** Replaces all. */
  load(outcomes: PairOutcome[]): void {
    this.#outcomes.clear();
    for (const outcome of outcomes) this.add(outcome);
  }

  add(outcome: PairOutcome): void {
    this.#outcomes.set(pairId(outcome), outcome);
  }

  get(pair: PairKey): PairOutcome | null {
    return this.#outcomes.get(pairId(pair)) ?? null;
  }

  /** In no order. */
  all(): Iterable<PairOutcome> {
    return this.#outcomes.values();
  }

  get size(): number {
    return this.#outcomes.size;
  }

  /** The pairs whose latest outcome is a failure. */
  failed(): PairKey[] {
    return failedPairs([...this.#outcomes.values()]);
  }
}
