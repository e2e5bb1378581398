import { needsResponse } from '@/core/config';
import { AVAILABLE, formatTime, type EventSummary, type ProjectProblem, type StationSummary } from '@/core/model';
import { availabilityOf } from './availability';
import { placeOfEvent, placeOfStation } from './place';
import type { EventEntry, Project, StationEntry } from './types';

/** What was found and what is missing; as the faces show it. */
export interface Inspection {
  path: string;
  name: string;
  events: EventSummary[];
  stations: StationSummary[];
  /** Row per event, column per station, in the order of the lists: sum of AVAILABLE bits. */
  availability: number[][];
  problems: ProjectProblem[];
  parameters: Project['parameters'];
  configFile: string | null;
}

/** What the project has and lacks, per event and station, with advice. */
export function inspectProject(project: Project): Inspection {
  const availability = availabilityOf(project);
  const count = (cells: number[], bit: number) => cells.reduce((sum, cell) => sum + ((cell & bit) === bit ? 1 : 0), 0);
  const events = [...project.events.values()].map((entry, row) => {
    const cells = availability[row]!;
    return summarizeEvent(entry, count(cells, AVAILABLE.observed), count(cells, AVAILABLE.synthetic));
  });
  const stations = [...project.stations.values()].map((entry, column) => {
    const cells = availability.map((row) => row[column]!);
    return summarizeStation(project, entry, count(cells, AVAILABLE.observed), count(cells, AVAILABLE.synthetic));
  });
  const { path, name, parameters, configFile } = project;
  return { path, name, events, stations, availability, problems: problemsOf(project), parameters, configFile };
}

function summarizeEvent(entry: EventEntry, observed: number, synthetic: number): EventSummary {
  const { id, event } = entry;
  const problems: string[] = [];
  if (event === null)
    problems.push(
      `No source file: add QuakeML or CMTSOLUTION_${id} to the folder of events. Until then times count from 2000-01-01, and windows are chosen without arrivals.`,
    );
  if (observed === 0) problems.push(`No observed waveforms: add them to the folder of event ${id}.`);
  if (synthetic === 0) problems.push(`No synthetics: add them to the folder of event ${id}.`);
  const place = placeOfEvent(entry);
  return {
    id,
    time: event && formatTime(event.time),
    latitude: place && place.latitude,
    longitude: place && place.longitude,
    depthKm: event && event.depthKm,
    magnitude: event && event.magnitude,
    momentTensor: event && event.momentTensor,
    region: event && event.region,
    observed,
    synthetic,
    problems,
  };
}

function summarizeStation(project: Project, entry: StationEntry, observed: number, synthetic: number): StationSummary {
  const place = placeOfStation(entry);
  const problems: string[] = [];
  if (place === null) problems.push('No geographic coordinates: add it to StationXML or STATIONS.');
  if (!entry.hasResponse && needsResponse(project.parameters)) {
    problems.push('No instrument response: add its StationXML, or set preprocess.remove_response to false.');
  }
  if (observed === 0) problems.push('No observed waveforms for any event.');
  if (synthetic === 0) problems.push('No synthetics for any event.');
  return {
    code: entry.code,
    network: entry.network,
    name: entry.name,
    latitude: place && place.latitude,
    longitude: place && place.longitude,
    elevationM: place && place.elevationM,
    hasResponse: entry.hasResponse,
    observed,
    synthetic,
    problems,
  };
}

function problemsOf(project: Project): ProjectProblem[] {
  const { events, stations, problems, observed } = project;
  if (observed.archived && ![...events.values()].some(({ event }) => event !== null)) {
    const message = 'the observed waveforms are a day archive, but no source file tells when the events were';
    return [
      ...problems,
      { severity: 'error', file: null, message, advice: 'Add QuakeML or CMTSOLUTION files to the events.' },
    ];
  }
  if (events.size > 0 && stations.size > 0) return problems;
  const message = events.size === 0 ? 'no events were found' : 'no stations were found';
  const advice =
    'A project has events/, stations/, observed/<event_id>/ and synthetics/<event_id>/; paths in atoa.yaml may name others.';
  return [...problems, { severity: 'error', file: null, message, advice }];
}
