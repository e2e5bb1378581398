import { useEffect, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { whenIdle } from '../common/idle';
import { inSlices } from '../common/slices';
import { pairHistograms, type PairHistograms } from './ranges';

const known = new WeakMap<ProjectOverview, PairHistograms>();
const NONE: PairHistograms = {};
/** They are worked out when the page has nothing else to do, or after so many ms. */
const LATEST_MS = 500;

/** How distances and azimuths of a project's pairs are spread; empty until that is worked out, once for each project. */
export function usePairHistograms(project: ProjectOverview): PairHistograms {
  const [made, setMade] = useState<{ project: ProjectOverview; histograms: PairHistograms } | null>(null);
  useEffect(() => {
    if (known.has(project)) return;
    const work = pairHistograms(project);
    let callOff = whenIdle(() => {
      callOff = inSlices(work, (histograms) => {
        known.set(project, histograms);
        setMade({ project, histograms });
      });
    }, LATEST_MS);
    return () => callOff();
  }, [project]);
  return (made?.project === project ? made.histograms : known.get(project)) ?? NONE;
}
