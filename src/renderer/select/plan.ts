import { isReady } from '@/core/model';
import { APART, AVAILABLE, bitsAt, type ProjectOverview, type RunRequest } from '@/api';

/** Bits of a cell of the count, beyond those of AVAILABLE and APART. */
export const OUTSIDE = 32;
export const DONE = 64;
export const KINDS = 128;

export interface PairCounts {
  /** Selected events times selected stations, within the limits. */
  selected: number;
  /** Selected, but outside of the limits. */
  outside: number;
  /** Of the selected, with all that a pair needs. */
  ready: number;
  noObserved: number;
  noSynthetic: number;
  /** With both sides, but without the response that is to be removed. */
  noResponse: number;
  /** With both sides, which lie at different times, as no source tells when the event was. */
  noSource: number;
  /** Ready, and done by an earlier run. */
  done: number;
}

export const NO_PAIRS: PairCounts = {
  ...{ selected: 0, outside: 0, ready: 0, noObserved: 0, noSynthetic: 0, noResponse: 0, noSource: 0, done: 0 },
};

type Lists = Pick<ProjectOverview, 'events' | 'stations' | 'availability'>;

/** Sums up how many cells there are of each kind. Pairs that lack both sides count in both columns.
 *  @param histogram cells by their bits, length `KINDS` */
export function countKinds(histogram: ArrayLike<number>, withResponse: boolean): PairCounts {
  const counts = { ...NO_PAIRS };
  for (let bits = 0; bits < KINDS; bits++) {
    const number = histogram[bits]!;
    if (number === 0) continue;
    if ((bits & OUTSIDE) !== 0) {
      counts.outside += number;
      continue;
    }
    const observed = (bits & AVAILABLE.observed) !== 0;
    const synthetic = (bits & AVAILABLE.synthetic) !== 0;
    counts.selected += number;
    if (!observed) counts.noObserved += number;
    if (!synthetic) counts.noSynthetic += number;
    if (isReady(bits, withResponse)) {
      counts.ready += number;
      if ((bits & DONE) !== 0) counts.done += number;
    } else if (observed && synthetic) {
      if ((bits & APART) !== 0) counts.noSource += number;
      else counts.noResponse += number;
    }
  }
  return counts;
}

/** Counts what a run of the selection would find, whatever the limits. */
export function countPairs(
  project: Lists,
  events: ReadonlySet<string>,
  stations: ReadonlySet<string>,
  withResponse = false,
): PairCounts {
  const histogram = new Float64Array(KINDS);
  const columns = project.stations.flatMap((station, index) => (stations.has(station.code) ? [index] : []));
  project.events.forEach((event, row) => {
    if (!events.has(event.id)) return;
    const cells = project.availability[row];
    for (const column of columns) histogram[bitsAt(cells, column)]!++;
  });
  return countKinds(histogram, withResponse);
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
