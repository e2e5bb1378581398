import { useEffect, useState } from 'react';
import type { EvaluationSummary, PairDetail } from '@/api';
import { evaluationPath } from '@/core/config';
import { pairId, type PairKey } from '@/core/model';
import { notifyError } from '../../app/notices';
import { useApp } from '../../app/store';
import { api } from '../../bridge';
import { useCompare } from './store';

interface Known<T> {
  key: string;
  value: T;
}

/** The evaluations but the present one that have measured a pair; null until they are known.
 *  @param edition changes when the pair was processed again
 *  @param isWanted they are not asked for before */
export function useEvaluations(
  { event, station }: PairKey,
  edition: string,
  isWanted: boolean,
): EvaluationSummary[] | null {
  const present = useApp((state) => (state.project ? evaluationPath(state.project.parameters) : ''));
  const [known, setKnown] = useState<Known<EvaluationSummary[]> | null>(null);
  const key = `${pairId({ event, station })} ${edition}`;
  useEffect(() => {
    if (!isWanted) return;
    let wanted = true;
    api
      .pairEvaluations({ event, station })
      .then((value) => wanted && setKnown({ key, value }))
      .catch((error: unknown) => wanted && notifyError(error));
    return () => {
      wanted = false;
    };
  }, [event, station, key, isWanted]);
  return known?.key === key ? known.value.filter(({ evaluation }) => evaluation !== present) : null;
}

/** A pair as the evaluation that it is compared with has left it; null where there is none, or until it is read. */
export function useOther(
  { event, station }: PairKey,
  others: EvaluationSummary[] | null,
  width: number,
): PairDetail | null {
  const chosen = useCompare((state) => state.evaluation);
  const evaluation = others?.some((other) => other.evaluation === chosen) ? chosen : null;
  const [known, setKnown] = useState<Known<PairDetail> | null>(null);
  const key = `${pairId({ event, station })} ${evaluation} ${width}`;
  useEffect(() => {
    if (evaluation === null) return;
    let wanted = true;
    api
      .evaluationDetail({ event, station, evaluation, width })
      .then((value) => wanted && setKnown({ key, value }))
      .catch((error: unknown) => wanted && notifyError(error));
    return () => {
      wanted = false;
    };
  }, [event, station, evaluation, width, key]);
  return evaluation !== null && known?.key === key ? known.value : null;
}
