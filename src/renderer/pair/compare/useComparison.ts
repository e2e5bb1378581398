import { useState } from 'react';
import type { EvaluationSummary, PairDetail } from '@/api';
import { pairId } from '@/core/model';
import { texts } from '../../texts';
import { COARSE } from '../useDetail';
import { useCompare } from './store';
import { useEvaluations, useOther } from './useOther';

/** A pair by one evaluation. */
export interface Side {
  detail: PairDetail;
  /** Of the evaluation. */
  name: string;
}

interface Comparison {
  top: Side;
  /** What lies under it; null where nothing is compared. */
  under: Side | null;
  /** What the pair can be compared with; null until it is known. */
  others: EvaluationSummary[] | null;
  /** Somebody wants to know what there is. */
  onOpen: () => void;
}

/** A pair and the evaluation that it is compared with, the one on top that is wanted there.
 *  @param isEditing what is worked on lies on top */
export function useComparison(detail: PairDetail, isEditing: boolean): Comparison {
  const { evaluation, isFlipped } = useCompare();
  const [opened, setOpened] = useState<string | null>(null);
  const { misfit, hand } = detail.outcome ?? { misfit: null };
  const id = pairId(detail);
  const others = useEvaluations(detail, `${misfit} ${hand?.at ?? ''}`, evaluation !== null || opened === id);
  const found = useOther(detail, others, COARSE);
  const present = { detail, name: texts.pair.presentEvaluation };
  const other = found && { detail: found, name: evaluation ?? '' };
  const [top, under] = other && isFlipped && !isEditing ? [other, present] : [present, other];
  return { top, under, others, onOpen: () => setOpened(id) };
}
