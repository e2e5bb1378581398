import { needsResponse } from '@/core/config';
import { APART, AVAILABLE, isReady } from '@/core/model';
import { placeOfEvent, placeOfStation } from './place';
import type { SelectedPair } from './selection';
import { ProjectError, type EventEntry, type Project } from './types';

/** What there is of each pair: a row per event, a column per station, sums of AVAILABLE bits and APART. */
export function availabilityOf(project: Project): Uint8Array[] {
  return [...project.events.values()].map((event) => rowOf(project, event));
}

function rowOf(project: Project, event: EventEntry): Uint8Array {
  const observed = new Set(project.observed.stationsOf(event.id));
  const synthetic = new Set(project.synthetic.stationsOf(event.id));
  const apart = project.apart.has(event.id) ? APART : 0;
  const isPlaced = placeOfEvent(event) !== null;
  const row = new Uint8Array(project.stations.size);
  let column = 0;
  for (const station of project.stations.values()) {
    row[column++] =
      (observed.has(station.code) ? AVAILABLE.observed : 0) |
      (synthetic.has(station.code) ? AVAILABLE.synthetic : 0) |
      (station.hasResponse ? AVAILABLE.response : 0) |
      (isPlaced && placeOfStation(station) !== null ? AVAILABLE.metadata : 0) |
      apart;
  }
  return row;
}

/** Of a selection what has all that it is measured from, as the availability tells.
 *  @throws ProjectError where that is nothing */
export function onlyReady(project: Project, pairs: SelectedPair[]): SelectedPair[] {
  const withResponse = needsResponse(project.parameters);
  const columns = new Map([...project.stations.keys()].map((code, column) => [code, column]));
  const rows = new Map<string, Uint8Array>();
  for (const event of new Set(pairs.map((pair) => pair.event))) {
    rows.set(event, rowOf(project, project.events.get(event)!));
  }
  const ready = pairs.filter(({ event, station }) => isReady(rows.get(event)![columns.get(station)!]!, withResponse));
  if (ready.length > 0) return ready;
  throw new ProjectError(
    'empty-selection',
    'no selected pair has all that it is measured from',
    'See the problems of the project: observed or synthetic waveforms, instrument responses, or source files are missing.',
  );
}
