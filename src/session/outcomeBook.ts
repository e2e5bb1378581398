import { randomUUID } from 'node:crypto';
import { pairId, type PairKey, type PairOutcome } from '@/core/model';
import type { OutcomePage } from '@/api';
import type { PairRecord } from '@/executive';

/** Outcomes in a page: about half a megabyte of JSON, some milliseconds for whoever writes or reads it. */
const PAGE = 400;

/** An outcome, or a record of the journal, which is parsed when it is asked for. */
type Entry = PairOutcome | PairRecord;

const keyOf = (entry: Entry): PairKey => ('head' in entry ? entry.head : entry);
const statusOf = (entry: Entry): PairOutcome['status'] => ('head' in entry ? entry.head : entry).status;

/** The latest outcome of every pair of the open project: of earlier runs, and of the one in progress as it goes. */
export class OutcomeBook {
  /** In the order in which they became known; null where the pair was done again since. */
  #log: (Entry | null)[] = [];
  readonly #places = new Map<string, number>();
  #edition: string = randomUUID();

  /** A moment, for `load`. */
  mark(): number {
    return this.#log.length;
  }

  /** Replaces all and begins a new edition.
   *  @param since what was added after this moment stays: it came while the records were read; null for nothing */
  load(records: readonly PairRecord[], since: number | null = null): void {
    const kept = since === null ? [] : this.#log.slice(since);
    this.#log = [];
    this.#places.clear();
    this.#edition = randomUUID();
    for (const entry of records) this.#put(entry);
    for (const entry of kept) if (entry) this.#put(entry);
  }

  add(outcome: PairOutcome): void {
    this.#put(outcome);
  }

  get(pair: PairKey): PairOutcome | null {
    const place = this.#places.get(pairId(pair));
    return place === undefined ? null : this.#at(place);
  }

  /** In no order. */
  *all(): Iterable<PairOutcome> {
    for (let place = 0; place < this.#log.length; place++) {
      const outcome = this.#at(place);
      if (outcome) yield outcome;
    }
  }

  get size(): number {
    return this.#places.size;
  }

  /** As the api's `outcomes`. */
  page(edition: string | null, from: number): Omit<OutcomePage, 'path'> {
    const end = this.#log.length;
    const outcomes: PairOutcome[] = [];
    let next = edition === this.#edition ? from : 0;
    while (next < end && outcomes.length < PAGE) {
      const outcome = this.#at(next++);
      if (outcome) outcomes.push(outcome);
    }
    return { edition: this.#edition, outcomes, next, end };
  }

  /** The pairs whose latest outcome is a failure. */
  failed(): PairKey[] {
    return this.#log.flatMap((entry) => {
      if (entry === null || statusOf(entry) !== 'failed') return [];
      const { event, station } = keyOf(entry);
      return [{ event, station }];
    });
  }

  /** What a record holds is parsed once. */
  #at(place: number): PairOutcome | null {
    const entry = this.#log[place] ?? null;
    if (entry === null || !('head' in entry)) return entry;
    const { outcome } = entry;
    if (outcome !== null) this.#log[place] = outcome;
    return outcome;
  }

  #put(entry: Entry): void {
    const id = pairId(keyOf(entry));
    const before = this.#places.get(id);
    if (before !== undefined) this.#log[before] = null;
    this.#places.set(id, this.#log.push(entry) - 1);
  }
}
