import { useEffect, useState } from 'react';
import type { PairDetail } from '@/api';
import type { PairKey } from '@/core/model';
import { useApp } from '../app/store';
import { api } from '../bridge';
import type { PairRow } from '../pairs/rows';
import { pairRows } from '../pairs/table';
import { DetailBook, questionId, type DetailQuestion } from './details';
import { neighboursOf } from './neighbours';

/** Columns that are asked for at first, and once somebody zooms in. */
export const COARSE = 1600;
export const FINE = 8000;
const KEPT = 40;

/** What this page knows of pairs by the project's parameters. */
const details = new DetailBook(
  ({ event, station, width, band }) => api.pairDetail({ event, station, width, band }),
  KEPT,
);
useApp.subscribe((state, last) => {
  if (state.project !== last.project) details.clear();
});

interface Loaded {
  key: string;
  detail: PairDetail | null;
  error: unknown;
}

interface DetailState {
  /** While the next pair is read, the last one stays, so that nothing flickers. */
  detail: PairDetail | null;
  error: unknown;
  loading: boolean;
}

/** Tells results of one pair apart. */
function editionOf(row: PairRow | undefined): string {
  return row ? `${row.status} ${row.misfit} ${row.seconds} ${row.handAt}` : '';
}

function questionOf({ event, station }: PairKey, width: number, band: number): DetailQuestion {
  return { event, station, width, band, edition: editionOf(pairRows.get({ event, station })) };
}

/** One pair with its traces in one of its period bands, decimated to `width` columns. Once it is there, its neighbours in the table are asked for,
 *  so that they can be shown at once. */
export function useDetail(pair: PairKey, width: number, band: number): DetailState {
  const project = useApp((state) => state.project);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const { event, station, edition } = questionOf(pair, width, band);
  const key = questionId({ event, station, width, band, edition });
  const known = details.peek({ event, station, width, band, edition });
  if (known && loaded?.detail !== known) setLoaded({ key, detail: known, error: null });

  useEffect(() => {
    let wanted = true;
    details
      .get({ event, station, width, band, edition })
      .then((detail) => wanted && setLoaded((last) => (last?.detail === detail ? last : { key, detail, error: null })))
      .catch((error: unknown) => wanted && setLoaded({ key, detail: null, error }));
    return () => {
      wanted = false;
    };
  }, [event, station, width, band, edition, key, project]);

  const loading = loaded?.key !== key;
  useEffect(() => {
    if (!loading) details.prefetch(neighboursOf({ event, station }).map((next) => questionOf(next, COARSE, band)));
  }, [loading, event, station, band]);

  return { detail: loaded?.detail ?? null, error: loaded?.error ?? null, loading };
}
