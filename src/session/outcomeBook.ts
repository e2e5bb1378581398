import { randomUUID } from 'node:crypto';
import { pairId, type PairKey, type PairOutcome } from '@/core/model';
import type { EarlierPairs, OutcomePage } from '@/api';
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
  /** Pairs that a run was to do again and has not come to, and how many there were. */
  #earlier = { ids: new Set<string>(), total: 0 };

  /** A moment, for `load`. */
  mark(): number {
    return this.#log.length;
  }

  /** Replaces all and begins a new edition.
   *  @param since what was added after this moment stays: it came while the records were read; null for nothing
   *  @param earlier the pairs that the last run was to do again and has not come to; those known before, where left out */
  load(records: readonly PairRecord[], since: number | null = null, earlier?: readonly PairKey[]): void {
    const kept = since === null ? [] : this.#log.slice(since);
    this.#log = [];
    this.#places.clear();
    this.#edition = randomUUID();
    for (const entry of records) this.#put(entry);
    if (earlier !== undefined) this.expectAgain(earlier.map(pairId));
    for (const entry of kept) {
      if (entry === null) continue;
      this.#put(entry);
      this.#earlier.ids.delete(pairId(keyOf(entry)));
    }
  }

  add(outcome: PairOutcome): void {
    this.#put(outcome);
    this.#earlier.ids.delete(pairId(outcome));
  }

  /** A run begins that does pairs again: until they come, their outcomes are of before. */
  expectAgain(ids: readonly string[]): void {
    const known = new Set(ids.filter((id) => this.#places.has(id)));
    this.#earlier = { ids: known, total: known.size };
  }

  /** As the api's `earlierPairs`. */
  earlier(): EarlierPairs {
    const byEvent = new Map<string, string[]>();
    for (const id of this.#earlier.ids) {
      const entry = this.#log[this.#places.get(id) ?? -1];
      if (!entry) continue;
      const { event, station } = keyOf(entry);
      const stations = byEvent.get(event);
      if (stations) stations.push(station);
      else byEvent.set(event, [station]);
    }
    const pairs = [...byEvent].map(([event, stations]) => ({ event, stations }));
    return { pairs, total: this.#earlier.total };
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
