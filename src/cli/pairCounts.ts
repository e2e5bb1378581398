import { needsResponse } from '@/core/config';
import { AVAILABLE, bitsAt, isReady } from '@/core/model';
import type { Inspection } from '@/project';

/** How many pairs of a project there are of each kind. */
export interface PairCounts {
  /** Events times stations. */
  all: number;
  /** With observed and synthetic waveforms. */
  withBoth: number;
  /** With all that a pair is measured from, by the rule that the window's run goes by. */
  ready: number;
}

export function countPairs({
  events,
  stations,
  availability,
  parameters,
}: Pick<Inspection, 'events' | 'stations' | 'availability' | 'parameters'>): PairCounts {
  const both = AVAILABLE.observed | AVAILABLE.synthetic;
  const withResponse = needsResponse(parameters);
  const counts = { all: events.length * stations.length, withBoth: 0, ready: 0 };
  for (const row of availability) {
    for (let column = 0; column < row.length; column++) {
      const bits = bitsAt(row, column);
      if ((bits & both) === both) counts.withBoth++;
      if (isReady(bits, withResponse)) counts.ready++;
    }
  }
  return counts;
}
