import { useEffect, useMemo, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { earlierMarks } from '../../pairs/earlier';
import { pairRows } from '../../pairs/table';
import { useRun } from '../store';
import { PairGrid } from './grid';

/** News are drawn this often at most: the eye sees no more, and the page has other things to do. */
const EVERY_MS = 60;

/** The grid of the project's results, alive for as long as the matrix is shown.
 *  @returns with a version that grows with every change */
export function useGrid(project: ProjectOverview): { grid: PairGrid; version: number } {
  const grid = useMemo(() => new PairGrid(project), [project]);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let timer: number | undefined;
    const changed = () => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        setVersion((old) => old + 1);
      }, EVERY_MS);
    };
    const stop = grid.follow(pairRows, earlierMarks, changed);
    const take = () => grid.setActive(useRun.getState().progress?.active ?? []);
    const unsubscribe = useRun.subscribe((state, before) => {
      if (state.progress === before.progress) return;
      take();
      changed();
    });
    take();
    changed();
    return () => {
      stop();
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [grid]);
  return { grid, version };
}
