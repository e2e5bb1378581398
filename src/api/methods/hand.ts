import { z } from 'zod';
import { HAND_KEY, VERDICTS, type HandDecision, type HandWindows, type PairOutcome } from '@/core/model';
import type { PairDetail } from '../types';
import { band, columns, nothing, pairKey } from './common';

/** By component letter, as in Z, or component in a period band, as in Z@10-30; s after the origin. */
const windows = z.record(
  z.string().regex(HAND_KEY),
  z.array(z.strictObject({ left: z.number(), right: z.number() })).max(200),
) satisfies z.ZodType<HandWindows>;

/** Windows by hand. */
export const handInputs = {
  /** A pair measured in these windows; nothing is written. A component that is not named is left to selection. */
  measureByHand: z.strictObject({ ...pairKey, width: columns, band, windows }),
  /** Puts a decision into the journal, then processes the pair again. While a run of this session goes, the pair is done
   *  again when that is over: the answer comes at once and says so. `windows` is for the verdict `edited` alone. */
  decideByHand: z.strictObject({
    ...pairKey,
    verdict: z.enum(VERDICTS),
    windows: windows.default({}),
    note: z.string().max(4096),
  }),
  /** Of each pair that has any the decision that holds in the present evaluation, by event and station. */
  handDecisions: nothing,
  /** Every decision that was ever made on a pair, in any evaluation, the latest first. */
  pairDecisions: z.strictObject(pairKey),
} as const;

export interface HandOutputs {
  measureByHand: PairDetail;
  /** The new outcome; of a pending decision the present one, null where the pair has none yet. */
  decideByHand: { outcome: PairOutcome | null; pending: boolean };
  handDecisions: HandDecision[];
  pairDecisions: HandDecision[];
}
