import { useEffect, useState } from 'react';
import type { PairDetail } from '@/api';
import { pairId, type PairKey } from '@/core/model';
import { api } from '../bridge';

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

/** One pair with its traces, decimated to `width` columns.
 *  @param edition changes when the pair was processed again */
export function useDetail(pair: PairKey, width: number, edition: string): DetailState {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const { event, station } = pair;
  const key = `${pairId(pair)} ${edition} ${width}`;

  useEffect(() => {
    let wanted = true;
    api
      .pairDetail({ event, station, width })
      .then((detail) => wanted && setLoaded({ key, detail, error: null }))
      .catch((error: unknown) => wanted && setLoaded({ key, detail: null, error }));
    return () => {
      wanted = false;
    };
  }, [event, station, width, key]);

  return { detail: loaded?.detail ?? null, error: loaded?.error ?? null, loading: loaded?.key !== key };
}
