import type { PairDetail } from '@/api';

/** A pair in two numbers. */
export interface PairTotals {
  windows: number;
  /** Sum over components; null where nothing was measured. */
  misfit: number | null;
}

/** What a pair comes to in all of its period bands together, whichever is drawn. */
export function totalsOf({ combined, components }: Pick<PairDetail, 'combined' | 'components'>): PairTotals {
  const all = combined ?? components;
  const misfits = all.flatMap(({ misfit }) => (misfit === null ? [] : [misfit]));
  return {
    windows: all.reduce((sum, { windows }) => sum + windows.length, 0),
    misfit: misfits.length === 0 ? null : misfits.reduce((sum, misfit) => sum + misfit, 0),
  };
}
