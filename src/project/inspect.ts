import { needsResponse } from '@/core/config';
import {
  AVAILABLE,
  formatTime,
  packCells,
  type EventSummary,
  type ProjectProblem,
  type StationSummary,
} from '@/core/model';
import { availabilityOf } from './availability';
import { placeOfEvent, placeOfStation } from './place';
import { settingsOfProject } from './survey/settings';
import type { EventEntry, Project, StationEntry } from './types';

/** What was found and what is missing; as the faces show it. */
export interface Inspection {
  path: string;
  name: string;
  events: EventSummary[];
  stations: StationSummary[];
  /** Row per event, column per station, in the order of the lists: bits of AVAILABLE, and APART, as `bitsAt` reads them. */
  availability: string[];
  problems: ProjectProblem[];
  parameters: Project['parameters'];
  configFile: string | null;
}

/** What the project has and lacks, per event and station, with advice.
 *  @param left what is wrong with results that earlier runs have left; none where it is not asked for */
export function inspectProject(project: Project, left: ProjectProblem[] = []): Inspection {
  const cells = availabilityOf(project);
  const [observed, synthetic] = [AVAILABLE.observed, AVAILABLE.synthetic].map((bit) => countBits(cells, bit));
  const events = [...project.events.values()].map((entry, row) =>
    summarizeEvent(entry, project.apart.has(entry.id), observed!.rows[row]!, synthetic!.rows[row]!),
  );
  const stations = [...project.stations.values()].map((entry, column) =>
    summarizeStation(project, entry, observed!.columns[column]!, synthetic!.columns[column]!),
  );
  const availability = cells.map(packCells);
  const { path, name, parameters, configFile } = project;
  return {
    path,
    name,
    events,
    stations,
    availability,
    problems: projectProblems(project, left),
    parameters,
    configFile,
  };
}

/** How many cells of each row and each column have a bit. */
function countBits(cells: readonly Uint8Array[], bit: number): { rows: Uint32Array; columns: Uint32Array } {
  const [rows, columns] = [new Uint32Array(cells.length), new Uint32Array(cells[0]?.length ?? 0)];
  for (const [row, line] of cells.entries()) {
    for (let column = 0; column < line.length; column++) {
      if ((line[column]! & bit) === 0) continue;
      rows[row]!++;
      columns[column]!++;
    }
  }
  return { rows, columns };
}

function summarizeEvent(entry: EventEntry, isApart: boolean, observed: number, synthetic: number): EventSummary {
  const { id, event } = entry;
  const problems: string[] = [];
  if (event === null) {
    const effect = isApart
      ? 'no pair of it can run: its synthetics count from 2000-01-01, and the observed waveforms lie at other times'
      : 'times count from 2000-01-01, and windows are chosen without arrivals';
    problems.push(`No source file: add QuakeML or CMTSOLUTION_${id} to the folder of events. Until then ${effect}.`);
  }
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
  if (place === null) problems.push('No geographic coordinates: add them to StationXML or STATIONS.');
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

/** The problems of an inspection. */
export function projectProblems(project: Project, left: ProjectProblem[]): ProjectProblem[] {
  const found = problemsOf(project);
  return [...found, ...left];
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
  if (events.size > 0 && stations.size > 0) return [...problems, ...unusedResponses(project)];
  const message = events.size === 0 ? 'no events were found' : 'no stations were found';
  const advice =
    'A project has events/, stations/, observed/<event_id>/ and synthetics/<event_id>/; paths in atoa.yaml may name others.';
  return [...problems, { severity: 'error', file: null, message, advice }];
}

/** Records are counts mostly, and the default is to take them as they stand. */
function unusedResponses(project: Project): ProjectProblem[] {
  const fitting = settingsOfProject(project).find(({ key }) => key === 'preprocess.remove_response');
  const { st_obs_type: type, preprocess } = project.parameters;
  if (fitting === undefined || type !== 'obs' || preprocess.remove_response) return [];
  return [
    {
      severity: 'info',
      file: project.configFile,
      message: 'observed waveforms are compared as they stand, although stations have instrument responses',
      advice:
        'Where they are counts, set preprocess.remove_response to true; where they are ground motion, all is well.',
    },
  ];
}
