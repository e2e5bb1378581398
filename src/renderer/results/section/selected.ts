import { useMemo } from 'react';
import { SELECTED } from '../analysis/masks';
import { analysis, columns } from '../table';
import { useAnalysis } from '../useAnalysis';

/** Stations whose pair with an event is selected; null without a selection. */
function selectedStations(event: string): ReadonlySet<string> | null {
  const { masks } = analysis;
  if (!masks.selecting) return null;
  const number = columns.events.find(event);
  const stations = new Set<string>();
  for (let place = 0; place < masks.pairCount; place++) {
    if (columns.pairs.event[place] !== number || !(masks.pairs[place] & SELECTED)) continue;
    stations.add(columns.stations.list[columns.pairs.station[place]]);
  }
  return stations;
}

/** The same, as it changes. */
export function useSelectedStations(event: string): ReadonlySet<string> | null {
  const version = useAnalysis();
  return useMemo(() => {
    void version;
    return selectedStations(event);
  }, [version, event]);
}

/** Events that have results, in alphabetical order. */
export function eventsWithResults(): string[] {
  return [...columns.events.list].sort();
}
