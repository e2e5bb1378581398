import { z } from 'zod';
import type { EvaluationSummary, RecordSection } from '@/core/model';
import type { PairDetail } from '../types';
import { columns, pairKey } from './common';

/** Results as they are stored, without computing anything again. */
export const evaluationsInputs = {
  /** The evaluations that have measured a pair, in their order. */
  pairEvaluations: z.strictObject(pairKey),
  /** A pair as an evaluation has left it; STA/LTA and rejected windows are not stored. */
  evaluationDetail: z.strictObject({ ...pairKey, evaluation: z.string().max(64), width: columns }),
  /** One component of all stations of an event, from the present evaluation. */
  recordSection: z.strictObject({
    event: pairKey.event,
    component: z.string().regex(/^[A-Z0-9]$/),
    width: columns,
  }),
} as const;

export interface EvaluationsOutputs {
  pairEvaluations: EvaluationSummary[];
  evaluationDetail: PairDetail;
  recordSection: RecordSection;
}
