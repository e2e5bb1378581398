import { type PairKey, type PairOutcome, type Verdict } from '@/core/model';

/** What the table shows as status; a pair that is done without any window deserves a look. */
export type RowStatus = 'done' | 'empty' | 'failed';

/** One line of the table of pairs: an outcome without what only the pair view needs, to hold 100,000 of them. */
export interface PairRow extends PairKey {
  status: RowStatus;
  misfit: number | null;
  windows: number;
  distanceKm: number | null;
  seconds: number;
  /** Reason of failure, or the first warning. */
  reason: string;
  /** Of the failure; null where there is none. */
  code: string | null;
  /** What was decided by hand, and when (ISO 8601); null and empty where nothing was. */
  hand: Verdict | null;
  handAt: string;
}

/** The one copy of each name that rows share: every page of outcomes brings its own, and hundreds of thousands of them would
 *  be looked through and moved about whenever memory is tidied up. */
class Names {
  private readonly known = new Map<string, string>();

  one(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, name);
    return name;
  }

  clear(): void {
    this.known.clear();
  }
}

function toRow(outcome: PairOutcome, names: Names): PairRow {
  return {
    event: names.one(outcome.event),
    station: names.one(outcome.station),
    status: outcome.status === 'failed' ? 'failed' : outcome.nwin === 0 ? 'empty' : 'done',
    misfit: outcome.misfit,
    windows: outcome.nwin,
    distanceKm: outcome.distanceKm,
    seconds: outcome.seconds,
    reason: outcome.error?.message ?? outcome.warnings[0] ?? '',
    code: outcome.error ? names.one(outcome.error.code) : null,
    hand: outcome.hand?.verdict ?? null,
    handAt: outcome.hand?.at ?? '',
  };
}

/** News of the store: outcomes came to `places`, of which those at `replaced` were there before; or all are gone. */
export type RowsChange =
  { kind: 'upserted'; replaced: number[]; places: number[]; outcomes: readonly PairOutcome[] } | { kind: 'cleared' };

/** All rows in order of arrival. Mutable and outside React, because results come by the thousand. */
export class PairRows {
  readonly rows: PairRow[] = [];
  /** By event and station: one map of all pairs would be copied as a whole, in one go, when it grows. */
  private readonly places = new Map<string, Map<string, number>>();
  private readonly names = new Names();
  private readonly listeners = new Set<(change: RowsChange) => void>();

  /** Adds outcomes; one that is there already is replaced where it stands. */
  upsert(outcomes: readonly PairOutcome[]): void {
    if (outcomes.length === 0) return;
    const replaced: number[] = [];
    const places = outcomes.map((outcome) => {
      const row = toRow(outcome, this.names);
      const place = this.placeOf(row);
      if (place === -1) return this.add(row);
      this.rows[place] = row;
      replaced.push(place);
      return place;
    });
    this.tell({ kind: 'upserted', replaced, places, outcomes });
  }

  clear(): void {
    this.rows.length = 0;
    this.places.clear();
    this.names.clear();
    this.tell({ kind: 'cleared' });
  }

  get(key: PairKey): PairRow | undefined {
    return this.rows[this.placeOf(key)];
  }

  /** Where a pair stands in `rows`; -1 where it is not there. */
  placeOf({ event, station }: PairKey): number {
    return this.places.get(event)?.get(station) ?? -1;
  }

  listen(listener: (change: RowsChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private add(row: PairRow): number {
    const place = this.rows.push(row) - 1;
    const ofEvent = this.places.get(row.event);
    if (ofEvent) ofEvent.set(row.station, place);
    else this.places.set(row.event, new Map([[row.station, place]]));
    return place;
  }

  private tell(change: RowsChange): void {
    for (const listener of this.listeners) listener(change);
  }
}
