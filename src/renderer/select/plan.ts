import { AVAILABLE, type ProjectOverview, type RunRequest } from '@/api';

export interface PairCounts {
  /** Selected events times selected stations. */
  selected: number;
  /** Of these, with observed and synthetic waveforms. */
  ready: number;
  noObserved: number;
  noSynthetic: number;
}

type Lists = Pick<ProjectOverview, 'events' | 'stations' | 'availability'>;

/** Counts what a run of the selection would find. Pairs that lack both sides count in both columns. */
export function countPairs(project: Lists, events: ReadonlySet<string>, stations: ReadonlySet<string>): PairCounts {
  const counts = { selected: 0, ready: 0, noObserved: 0, noSynthetic: 0 };
  const columns = project.stations.flatMap((station, index) => (stations.has(station.code) ? [index] : []));
  project.events.forEach((event, row) => {
    if (!events.has(event.id)) return;
    const cells = project.availability[row] ?? [];
    for (const column of columns) {
      const bits = cells[column] ?? 0;
      const observed = (bits & AVAILABLE.observed) !== 0;
      const synthetic = (bits & AVAILABLE.synthetic) !== 0;
      counts.selected++;
      if (!observed) counts.noObserved++;
      if (!synthetic) counts.noSynthetic++;
      if (observed && synthetic) counts.ready++;
    }
  });
  return counts;
}

/** The selection as the engine takes it: an empty list where everything is selected. */
export function requestLists(
  project: Pick<ProjectOverview, 'events' | 'stations'>,
  events: ReadonlySet<string>,
  stations: ReadonlySet<string>,
): Pick<RunRequest, 'events' | 'stations'> {
  const ids = project.events.map((event) => event.id).filter((id) => events.has(id));
  const codes = project.stations.map((station) => station.code).filter((code) => stations.has(code));
  return {
    events: ids.length === project.events.length ? [] : ids,
    stations: codes.length === project.stations.length ? [] : codes.map((code) => `${code}.*.*`),
  };
}
