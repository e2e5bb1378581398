import { useEffect, useState } from 'react';
import type { HandDecision, PairKey } from '@/core/model';
import { pairId } from '@/core/model';
import { notifyError } from '../../app/notices';
import { api } from '../../bridge';

/** All decisions that were made by hand on a pair, the latest first; null until they are read.
 *  @param edition changes with every decision */
export function useDecisions({ event, station }: PairKey, edition: string): HandDecision[] | null {
  const key = `${pairId({ event, station })} ${edition}`;
  const [known, setKnown] = useState<{ key: string; decisions: HandDecision[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    api
      .pairDecisions({ event, station })
      .then((decisions) => wanted && setKnown({ key, decisions }))
      .catch((error: unknown) => wanted && notifyError(error));
    return () => {
      wanted = false;
    };
  }, [event, station, key]);
  return known?.key === key ? known.decisions : null;
}
