import { useSyncExternalStore } from 'react';
import type { EarlierPairs } from '@/api';
import type { PairKey } from '@/core/model';

/** Pairs whose values are of before the run that does them again, or was to. Outside of React, as the rows are: with each
 *  result there is one less. */
export class EarlierMarks {
  readonly #byEvent = new Map<string, Set<string>>();
  readonly #listeners = new Set<() => void>();
  #left = 0;
  #total = 0;
  #version = 0;

  /** How many are left. */
  get left(): number {
    return this.#left;
  }

  /** How many there were when the run began. */
  get total(): number {
    return this.#total;
  }

  has({ event, station }: PairKey): boolean {
    return this.#byEvent.get(event)?.has(station) ?? false;
  }

  *all(): Iterable<PairKey> {
    for (const [event, stations] of this.#byEvent) for (const station of stations) yield { event, station };
  }

  set({ pairs, total }: EarlierPairs): void {
    this.#byEvent.clear();
    this.#left = 0;
    this.#total = total;
    for (const { event, stations } of pairs) {
      this.#byEvent.set(event, new Set(stations));
      this.#left += stations.length;
    }
    this.#tell();
  }

  /** These have come. Listeners are told when none is left: until then they hear of the results themselves. */
  remove(pairs: readonly PairKey[]): void {
    if (this.#left === 0) return;
    for (const { event, station } of pairs) if (this.#byEvent.get(event)?.delete(station)) this.#left--;
    if (this.#left === 0) this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getVersion = (): number => this.#version;

  #tell(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}

/** Of the open project. */
export const earlierMarks = new EarlierMarks();

/** Draws again when a run begins or ends that does pairs again.
 *  @returns a version to memoize on */
export function useEarlier(): number {
  return useSyncExternalStore(earlierMarks.subscribe, earlierMarks.getVersion);
}
