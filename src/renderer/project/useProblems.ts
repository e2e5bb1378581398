import { useEffect, useMemo, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { inSlices } from '../common/slices';
import { lackingPairs, ownProblems, type ListedProblem } from './problems';

const NONE: ListedProblem[] = [];

/** All problems: those of the project, its events and its stations, then, as soon as all pairs were looked at, what single
 *  ones lack. */
export function useProblems(project: ProjectOverview): ListedProblem[] {
  const [looked, setLooked] = useState<{ project: ProjectOverview; notes: ListedProblem[] } | null>(null);
  const notes = looked?.project === project ? looked.notes : NONE;
  useEffect(() => inSlices(lackingPairs(project), (found) => setLooked({ project, notes: found })), [project]);
  return useMemo(() => [...ownProblems(project), ...notes], [project, notes]);
}
