import { z } from 'zod';
import type { PairDetail } from '../types';
import { columns, pairKey } from './common';

/** Single pairs. */
export const pairInputs = {
  pairDetail: z.strictObject({ ...pairKey, width: columns }),
} as const;

export interface PairOutputs {
  pairDetail: PairDetail;
}
