import type { PairDetail } from '@/api';

/** The band that a pair is drawn in. */
export function bandOf({ bands, band }: PairDetail) {
  return bands[band]!;
}
