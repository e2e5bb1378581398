import { evaluationNumbers } from '@/core/config';
import { comparePairs, pairId, type HandDecision, type PairKey } from '@/core/model';

/** A decision whose line in the journal is damaged. */
export interface LostDecision {
  /** Number of the line, from 1. */
  line: number;
  /** null where the line does not tell it any more. */
  pair: PairKey | null;
}

/** The decisions by hand of a project: of each pair the last one in each evaluation, and all that were made. */
export class HandBook {
  readonly #byPair = new Map<string, Map<string, HandDecision>>();
  readonly #made = new Map<string, HandDecision[]>();
  #lost: LostDecision[] = [];

  /** Those that cannot be read, but for pairs that were decided on again. */
  get lost(): readonly LostDecision[] {
    return this.#lost;
  }

  lose(lost: LostDecision): void {
    this.#lost.push(lost);
  }

  add(decision: HandDecision): void {
    const id = pairId(decision);
    if (this.#lost.length > 0) this.#lost = this.#lost.filter(({ pair }) => pair === null || pairId(pair) !== id);
    const made = this.#made.get(id);
    if (made) made.push(decision);
    else this.#made.set(id, [decision]);
    const known = this.#byPair.get(id);
    if (known) known.set(decision.evaluation, decision);
    else this.#byPair.set(id, new Map([[decision.evaluation, decision]]));
  }

  /** The decision that counts for a pair in an evaluation, which may be its withdrawal: that of the evaluation itself, or
   *  else of the last one before it. */
  in(evaluation: string, pair: PairKey): HandDecision | null {
    let found: HandDecision | null = null;
    for (const decision of this.#byPair.get(pairId(pair))?.values() ?? []) {
      const isInForce = compareEvaluations(decision.evaluation, evaluation) <= 0;
      if (isInForce && (found === null || compareEvaluations(found.evaluation, decision.evaluation) < 0)) {
        found = decision;
      }
    }
    return found;
  }

  /** The decision made in this very evaluation. */
  madeIn(evaluation: string, pair: PairKey): HandDecision | null {
    return this.#byPair.get(pairId(pair))?.get(evaluation) ?? null;
  }

  /** All decisions on a pair in all evaluations, the latest first; also those that hold no more. */
  history(pair: PairKey): HandDecision[] {
    return [...(this.#made.get(pairId(pair)) ?? [])].reverse();
  }

  /** Of each pair the decision that counts in an evaluation, by event and station. */
  list(evaluation: string): HandDecision[] {
    return [...this.#byPair.values()]
      .flatMap((decisions) => {
        const [any] = decisions.values();
        return this.in(evaluation, any!) ?? [];
      })
      .sort(comparePairs);
  }

  /** Of each pair the last one in each evaluation, in the order in which they became known. */
  *all(): Iterable<HandDecision> {
    for (const decisions of this.#byPair.values()) yield* decisions.values();
  }
}

/** Orders evaluations by iteration and step; `default`, and whatever has no number, comes before them. */
export function compareEvaluations(a: string, b: string): number {
  const [one, other] = [evaluationNumbers(a), evaluationNumbers(b)];
  return order(one.iteration, other.iteration) || order(one.step_count, other.step_count);
}

function order(a: number | null, b: number | null): number {
  return (a ?? -1) - (b ?? -1);
}
