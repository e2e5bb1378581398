import { useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { EventSummary, ProjectOverview, StationSummary } from '@/api';
import { useFilters } from './filterStore';
import { eventTest } from './filters';
import { useReached } from './reach';
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

/** The events and stations that the filters show, and of which some pair is within the limits: one answer for map, lists
 *  and matrix. */
export function useShown(project: ProjectOverview): Shown {
  const filters = useDeferredValue(
    useFilters(useShallow(({ events, magnitude, depthKm, time }) => ({ events, magnitude, depthKm, time }))),
  );
  const terms = useDeferredValue(useFilters(({ stations }) => stations));
  const outside = useDeferredValue(useReached((state) => state.outside));
  const events = useMemo(() => {
    const test = eventTest(filters);
    return split(project.events, (event) => test(event) && !outside.events.has(event.id));
  }, [project, filters, outside]);
  const stations = useMemo(() => {
    const test = stationFilter(terms);
    return split(project.stations, (station) => test(station) && !outside.stations.has(station.code));
  }, [project, terms, outside]);
  return useMemo(
    () => ({
      events: events.shown,
      stations: stations.shown,
      leftOut: { events: events.leftOut, stations: stations.leftOut },
    }),
    [events, stations],
  );
}

/** What the filters show at this moment, which may not be drawn yet. */
export function shownNow(project: ProjectOverview): Pick<Shown, 'events' | 'stations'> {
  const filters = useFilters.getState();
  const { outside } = useReached.getState();
  const [isEvent, isStation] = [eventTest(filters), stationFilter(filters.stations)];
  return {
    events: project.events.filter((event) => isEvent(event) && !outside.events.has(event.id)),
    stations: project.stations.filter((station) => isStation(station) && !outside.stations.has(station.code)),
  };
}
