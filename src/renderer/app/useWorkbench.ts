import { useEffect, useState } from 'react';
import { whenIdle } from '../common/idle';
import { outcomesAreFollowed } from '../pairs/outcomes';
import { notifyError } from './notices';
import type { Workbench } from './Workbench';

/** The workbench once it was loaded. */
let loaded: typeof Workbench | null = null;

async function load(): Promise<typeof Workbench> {
  const module = await import('./Workbench');
  outcomesAreFollowed();
  return (loaded = module.Workbench);
}

/** The workbench is a part of the program of its own, so that the welcome page does not wait for it: fetched as soon as
 *  that is painted, or at once where a project is open. Not by `lazy`: React shows what it had to wait for, be it for less
 *  than a millisecond, not before 300 ms are over.
 *  @returns null until it is there */
export function useWorkbench(isWanted: boolean): typeof Workbench | null {
  const [workbench, setWorkbench] = useState(() => loaded);
  useEffect(() => {
    if (workbench !== null) return;
    const fetch = () => void load().then((there) => setWorkbench(() => there), notifyError);
    if (isWanted) fetch();
    else return whenIdle(fetch, 500);
  }, [isWanted, workbench]);
  return workbench;
}
