import { z } from 'zod';
import type { PairDetail } from '../types';
import { band, columns, pairKey } from './common';

/** Single pairs. */
export const pairInputs = {
  pairDetail: z.strictObject({ ...pairKey, width: columns, band }),
  /** All samples of one component as CSV: time in s after the origin, observed, synthetic, and the adjoint source where
   *  there is one; of several period bands the adjoint source of this one, and that of all. */
  componentSamples: z.strictObject({ ...pairKey, component: z.string().regex(/^[A-Z0-9]$/), band }),
  /** Pairs that are likely to be looked at next: they are made ready while nobody waits. Answers at once. */
  prefetchPairs: z.strictObject({ pairs: z.array(z.strictObject(pairKey)).max(8) }),
} as const;

export interface PairOutputs {
  pairDetail: PairDetail;
  componentSamples: string;
  prefetchPairs: null;
}
