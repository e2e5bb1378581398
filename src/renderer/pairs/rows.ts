import { pairId, type PairKey, type PairOutcome, type Verdict } from '@/core/model';

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

export function toRow(outcome: PairOutcome): PairRow {
  return {
    event: outcome.event,
    station: outcome.station,
    status: outcome.status === 'failed' ? 'failed' : outcome.nwin === 0 ? 'empty' : 'done',
    misfit: outcome.misfit,
    windows: outcome.nwin,
    distanceKm: outcome.distanceKm,
    seconds: outcome.seconds,
    reason: outcome.error?.message ?? outcome.warnings[0] ?? '',
    code: outcome.error?.code ?? null,
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
  private readonly places = new Map<string, number>();
  private readonly listeners = new Set<(change: RowsChange) => void>();

  /** Adds outcomes; one that is there already is replaced where it stands. */
  upsert(outcomes: readonly PairOutcome[]): void {
    if (outcomes.length === 0) return;
    const replaced: number[] = [];
    const places = outcomes.map((outcome) => {
      const id = pairId(outcome);
      const place = this.places.get(id);
      if (place === undefined) {
        this.places.set(id, this.rows.length);
        return this.rows.push(toRow(outcome)) - 1;
      }
      this.rows[place] = toRow(outcome);
      replaced.push(place);
      return place;
    });
    this.tell({ kind: 'upserted', replaced, places, outcomes });
  }

  clear(): void {
    this.rows.length = 0;
    this.places.clear();
    this.tell({ kind: 'cleared' });
  }

  get(key: PairKey): PairRow | undefined {
    const place = this.places.get(pairId(key));
    return place === undefined ? undefined : this.rows[place];
  }

  /** Where a pair stands in `rows`; -1 where it is not there. */
  placeOf(key: PairKey): number {
    return this.places.get(pairId(key)) ?? -1;
  }

  listen(listener: (change: RowsChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(change: RowsChange): void {
    for (const listener of this.listeners) listener(change);
  }
}
