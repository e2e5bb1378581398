import { useEffect, useState } from 'react';
import { notifyError } from '../app/notices';
import { loadAtlas, type Atlas } from './atlas';

/** Both atlases of this page once they were loaded. */
const kept: { coarse: Atlas | null; fine: Atlas | null } = { coarse: null, fine: null };

/** The atlas to draw with: coarse while the map moves and until the fine one is there. */
export function useAtlas(moving: boolean): Atlas | null {
  const [, setLoaded] = useState(0);
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      for (const detail of ['coarse', 'fine'] as const) {
        kept[detail] ??= await loadAtlas(detail);
        if (wanted) setLoaded((number) => number + 1);
      }
    };
    load().catch(notifyError);
    return () => {
      wanted = false;
    };
  }, []);
  return moving ? (kept.coarse ?? kept.fine) : (kept.fine ?? kept.coarse);
}
