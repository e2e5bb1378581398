import { z } from 'zod';
import type { PairDetail } from '../types';
import { columns, pairKey } from './common';

/** Single pairs. */
export const pairInputs = {
  pairDetail: z.strictObject({ ...pairKey, width: columns }),
  /** All samples of one component as CSV: time in s after the origin, observed, synthetic, and the adjoint source where
   *  there is one. */
  componentSamples: z.strictObject({ ...pairKey, component: z.string().regex(/^[A-Z0-9]$/) }),
  /** Pairs that are likely to be looked at next: they are made ready while nobody waits. Answers at once. */
  prefetchPairs: z.strictObject({ pairs: z.array(z.strictObject(pairKey)).max(8) }),
} as const;

export interface PairOutputs {
  pairDetail: PairDetail;
  componentSamples: string;
  prefetchPairs: null;
}
