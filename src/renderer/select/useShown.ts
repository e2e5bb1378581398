import { useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { EventSummary, ProjectOverview, StationSummary } from '@/api';
import { useFilters } from './filterStore';
import { eventTest } from './filters';
import { stationFilter } from './wildcard';

/** What the filters show, and what they leave out. */
export interface Shown {
  events: EventSummary[];
  stations: StationSummary[];
  leftOut: { events: EventSummary[]; stations: StationSummary[] };
}

function split<T>(items: T[], test: (item: T) => boolean): { shown: T[]; leftOut: T[] } {
  const [shown, leftOut]: [T[], T[]] = [[], []];
  for (const item of items) (test(item) ? shown : leftOut).push(item);
  return { shown, leftOut };
}

/** The events and stations that the filters show: one answer for map, lists and matrix. */
export function useShown(project: ProjectOverview): Shown {
  const filters = useDeferredValue(
    useFilters(useShallow(({ events, magnitude, depthKm, time }) => ({ events, magnitude, depthKm, time }))),
  );
  const terms = useDeferredValue(useFilters(({ stations }) => stations));
  const events = useMemo(() => split(project.events, eventTest(filters)), [project, filters]);
  const stations = useMemo(() => split(project.stations, stationFilter(terms)), [project, terms]);
  return useMemo(
    () => ({
      events: events.shown,
      stations: stations.shown,
      leftOut: { events: events.leftOut, stations: stations.leftOut },
    }),
    [events, stations],
  );
}
