import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { parseParameters, type Parameters } from '@/core/config';
import type { ProjectProblem } from '@/core/model';
import { DayArchive } from './dayArchive';
import { discoverEvents } from './discoverEvents';
import { discoverStations } from './discoverStations';
import { EventWaveforms } from './eventWaveforms';
import { EVENT_ID, eventFolders, inputPaths, shownPath, type InputPaths } from './layout';
import { listFolder } from './listing';
import { outputFolders } from './outputs';
import { syntheticSpan } from './syntheticSpan';
import { ALL_CHANNELS } from './channelFilter';
import { ProjectError, type EventEntry, type Project, type StationEntry } from './types';
import type { TimeSpan, WaveformIndex } from './waveformIndex';
import { parseWaveformName } from './waveformName';

export interface OpenOptions {
  /** Another file of parameters than `atoa.yaml`; relative to the working folder. */
  config?: string;
  /** `key=value` with dots for nested keys; they win over the file. */
  overrides?: string[];
}

const CONFIG_NAMES = ['atoa.yaml', 'atoa.yml'];

/** Opens a folder as a project: reads its parameters, events and stations, and lists its waveforms. What is missing or
 *  broken becomes one of the project's problems.
 *  @throws ProjectError where the folder or the configuration file is missing
 *  @throws ConfigError naming each wrong parameter */
export async function openProject(folder: string, options: OpenOptions = {}): Promise<Project> {
  const path = resolve(folder);
  if (!(await stat(path).catch(() => null))?.isDirectory()) {
    throw new ProjectError(
      'no-folder',
      `${path} is not a folder`,
      'Open the folder that holds events, stations and waveforms.',
    );
  }
  const { parameters, configFile } = await readParameters(path, options);
  const inputs = inputPaths(path, parameters.paths);
  const problems: ProjectProblem[] = [];
  const [synthetic, stations, years] = await Promise.all([
    eventFolders(inputs.synthetics).then((folders) => EventWaveforms.scan(folders)),
    discoverStations(inputs.stations),
    inputs.observed.includes(EVENT_ID) ? null : DayArchive.years(inputs.observed),
  ]);
  const folders = years ? null : await EventWaveforms.scan(await eventFolders(inputs.observed));
  const known = new Set([...synthetic.events(), ...(folders?.events() ?? [])]);
  const found = await discoverEvents(inputs.events, known);
  const events = eventEntries(found?.entries ?? [], known);
  const observed = folders ?? (await DayArchive.scan(inputs.observed, await spansOf(events, synthetic)));
  problems.push(...(found?.problems ?? []), ...(stations?.problems ?? []));
  const project: Project = {
    path,
    name: basename(path),
    parameters,
    configFile,
    events,
    stations: stationEntries(stations?.entries ?? [], observed, synthetic),
    observed,
    synthetic,
    problems,
  };
  problems.push(...(await missingFolders(path, inputs)), ...outputProblems(project));
  return project;
}

async function readParameters(
  path: string,
  { config, overrides = [] }: OpenOptions,
): Promise<{ parameters: Parameters; configFile: string | null }> {
  if (config !== undefined) {
    const file = resolve(config);
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new ProjectError('no-configuration', `${file} cannot be read`, 'Name a YAML file of parameters.', cause);
    });
    return { parameters: parseParameters(text, basename(file), overrides), configFile: file };
  }
  for (const name of CONFIG_NAMES) {
    const file = join(path, name);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return { parameters: parseParameters(text, name, overrides), configFile: file };
  }
  return { parameters: parseParameters('', CONFIG_NAMES[0]!, overrides), configFile: null };
}

function eventEntries(described: EventEntry[], known: Set<string>): Map<string, EventEntry> {
  const entries = new Map(described.map((entry) => [entry.id, entry]));
  for (const id of known) if (!entries.has(id)) entries.set(id, { id, file: null, event: null });
  return sorted(entries);
}

function stationEntries(
  described: StationEntry[],
  observed: WaveformIndex,
  synthetic: WaveformIndex,
): Map<string, StationEntry> {
  const entries = new Map(described.map((entry) => [entry.code, entry]));
  for (const code of [...observed.stations(), ...synthetic.stations()]) {
    if (entries.has(code)) continue;
    const [network = '', name = ''] = code.split('.');
    entries.set(code, { code, network, name, station: null, files: [], line: null, hasResponse: false });
  }
  return sorted(entries);
}

function sorted<T>(entries: Map<string, T>): Map<string, T> {
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The time each event's records are wanted of: that of its synthetics, one of which tells for all. */
async function spansOf(events: Map<string, EventEntry>, synthetic: WaveformIndex): Promise<Map<string, TimeSpan>> {
  const spans = new Map<string, TimeSpan>();
  for (const { id, event } of events.values()) {
    if (event === null) continue;
    const [station] = synthetic.stationsOf(id);
    const [file = null] = station === undefined ? [] : synthetic.filesOf(id, station, ALL_CHANNELS);
    spans.set(id, await syntheticSpan(file, event.time));
  }
  return spans;
}

async function missingFolders(root: string, inputs: InputPaths): Promise<ProjectProblem[]> {
  const problems: ProjectProblem[] = [];
  for (const side of ['observed', 'synthetics'] as const) {
    const path = inputs[side];
    const parent = path.includes(EVENT_ID) ? path.slice(0, path.lastIndexOf(sep, path.indexOf(EVENT_ID))) : path;
    const listing = await listFolder(parent);
    if (listing === null) {
      problems.push({
        severity: 'error',
        file: parent,
        message: `the folder ${shownPath(root, parent)} of ${side === 'observed' ? side : 'synthetic'} waveforms is missing`,
        advice: `Make it, or set paths.${side} in atoa.yaml.`,
      });
    } else if (listing.files.some((name) => parseWaveformName(name) !== null)) {
      problems.push({
        severity: 'warning',
        file: parent,
        message: `waveforms that lie directly in ${shownPath(root, parent)} are not used`,
        advice: 'Put them into a folder per event, named by the event.',
      });
    }
  }
  return problems;
}

function outputProblems(project: Project): ProjectProblem[] {
  try {
    outputFolders(project);
    return [];
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    return [{ severity: 'error', file: project.configFile, message: error.message, advice: error.advice }];
  }
}
