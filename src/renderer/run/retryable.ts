import { useMemo } from 'react';
import type { ProjectOverview } from '@/api';
import { pairRows } from '../pairs/table';
import { readiness } from '../project/readiness';
import type { FailureGroup } from './failures/groups';
import { useFailureGroups } from './failures/table';

/** How many of the pairs of one reason can be tried again: what lacks something fails again, and is left alone. */
export function countRetryable({ places }: FailureGroup, project: ProjectOverview): number {
  const isReady = readiness(project);
  let number = 0;
  for (const place of places) if (isReady(pairRows.rows[place]!)) number++;
  return number;
}

interface Retryable {
  failed: number;
  /** Of these, with all that they are measured from. */
  ready: number;
}

/** How many pairs have failed, and how many of them a retry takes. */
export function useRetryable(project: ProjectOverview): Retryable {
  const groups = useFailureGroups();
  return useMemo(() => {
    const counts = { failed: 0, ready: 0 };
    for (const group of groups) {
      counts.failed += group.places.size;
      counts.ready += countRetryable(group, project);
    }
    return counts;
  }, [groups, project]);
}
