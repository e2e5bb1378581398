import { useEffect, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { inSlices } from '../common/slices';
import { pairHistograms, type PairHistograms } from './ranges';

const known = new WeakMap<ProjectOverview, PairHistograms>();
const NONE: PairHistograms = {};

/** How distances and azimuths of a project's pairs are spread; empty until that is worked out, once for each project. */
export function usePairHistograms(project: ProjectOverview): PairHistograms {
  const [made, setMade] = useState<{ project: ProjectOverview; histograms: PairHistograms } | null>(null);
  useEffect(() => {
    if (known.has(project)) return;
    return inSlices(pairHistograms(project), (histograms) => {
      known.set(project, histograms);
      setMade({ project, histograms });
    });
  }, [project]);
  return (made?.project === project ? made.histograms : known.get(project)) ?? NONE;
}
