import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseParameters, syntheticTag, type Parameters } from '@/core/config';
import type { ProjectProblem } from '@/core/model';
import { isAsdf } from './asdfFiles';
import { AsdfShelf } from './asdfShelf';
import { AsdfWaveforms } from './asdfWaveforms';
import { DayArchive } from './dayArchive';
import { discoverEvents } from './discoverEvents';
import { discoverStations } from './discoverStations';
import { EventWaveforms } from './eventWaveforms';
import { EVENT_ID, eventFolders, inputPaths } from './layout';
import { describeByHeaders } from './headerMetadata';
import { inputProblems, outputProblems } from './problems';
import { syntheticSpan } from './syntheticSpan';
import { ALL_CHANNELS } from './channelFilter';
import { ProjectError, type EventEntry, type Project, type StationEntry } from './types';
import type { TimeSpan, WaveformIndex } from './waveformIndex';

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
  const shelf = await AsdfShelf.open(inputs);
  const problems: ProjectProblem[] = [...shelf.problems];
  const [synthetic, stations, years] = await Promise.all([
    eventWaveforms(inputs.synthetics, shelf, syntheticTag(parameters)),
    discoverStations(inputs.stations),
    inputs.observed.includes(EVENT_ID) ? null : DayArchive.years(inputs.observed),
  ]);
  const folders = years ? null : await eventWaveforms(inputs.observed, shelf, parameters.observed_tag);
  const known = new Set([...synthetic.events(), ...(folders?.events() ?? [])]);
  const found = await discoverEvents(inputs.events, known);
  const events = eventEntries([...shelf.events(), ...(found?.entries ?? [])], known);
  const observed = folders ?? (await DayArchive.scan(inputs.observed, await spansOf(events, synthetic)));
  problems.push(...(found?.problems ?? []), ...(stations?.problems ?? []));
  const entries = stationEntries([...shelf.stations(), ...(stations?.entries ?? [])], observed, synthetic);
  await describeByHeaders(events, entries, [observed, synthetic]);
  const project: Project = {
    path,
    name: basename(path),
    parameters,
    configFile,
    events,
    stations: entries,
    observed,
    synthetic,
    problems,
  };
  problems.push(...(await inputProblems(project, inputs)), ...outputProblems(project));
  return project;
}

/** Waveforms in folders of events; in ASDF files where no folder has any. */
async function eventWaveforms(path: string, shelf: AsdfShelf, tag: string): Promise<WaveformIndex> {
  const contents = shelf.at(path);
  const folders = isAsdf(path) ? null : await EventWaveforms.scan(await eventFolders(path));
  const isUsed = folders !== null && [...folders.events()].length > 0;
  return contents !== null && !isUsed ? new AsdfWaveforms(contents, tag) : (folders ?? new AsdfWaveforms([], tag));
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
