import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { syntheticTag, type Parameters } from '@/core/config';
import { eventsApart } from './apart';
import { isAsdf } from './asdf/asdfFiles';
import type { AsdfReading } from './asdf/asdfContent';
import { AsdfShelf } from './asdf/asdfShelf';
import { AsdfWaveforms } from './asdf/asdfWaveforms';
import { DayArchive } from './waveforms/dayArchive';
import { discoverEvents } from './discover/discoverEvents';
import { discoverStations } from './discover/discoverStations';
import { EventWaveforms, filesByFolder } from './waveforms/eventWaveforms';
import { describeByHeaders } from './discover/headerMetadata';
import { inputPaths, type InputPaths } from './files/layout';
import { listFolder } from './files/listing';
import { filesByTime, isLoose } from './waveforms/looseWaveforms';
import { safeName } from './names';
import { readParameters, type ParameterSource } from './parametersFile';
import { inputProblems, outputProblems, parameterProblems } from './problems';
import { syntheticSpan } from './waveforms/syntheticSpan';
import { ALL_CHANNELS } from './waveforms/channelFilter';
import { ProjectError, type EventEntry, type Project, type StationEntry } from './types';
import type { TimeSpan, WaveformIndex } from './waveforms/waveformIndex';

export interface OpenOptions extends ParameterSource {
  /** What reads ASDF files; this process where left out. */
  readAsdf?: AsdfReading;
}

/** Opens a folder as a project: reads its parameters, events and stations, and lists its waveforms. What is missing or
 *  broken becomes one of the project's problems.
 *  @throws ProjectError where the folder or the configuration file is missing, and for a folder that is no project
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
  if (configFile === null && options.yaml === undefined) await refuseForeign(path, inputs);
  const shelf = await AsdfShelf.open(inputs, options.readAsdf);
  const { problems, ...content } = await discover(path, inputs, parameters, shelf);
  const project: Project = {
    path,
    name: basename(path),
    parameters,
    configFile,
    ...content,
    apart: await eventsApart(content),
    problems,
  };
  problems.push(...(await inputProblems(project, inputs)), ...outputProblems(project), ...parameterProblems(project));
  return project;
}

/** What lies at a project's paths. Waveforms lie in a folder for each event or in ASDF files, loosely, where their times
 *  tell their events, or, the observed ones, in an archive of days. Those that name their events come first: loose files and
 *  archives are searched for events that are known. */
async function discover(
  path: string,
  inputs: InputPaths,
  parameters: Parameters,
  shelf: AsdfShelf,
): Promise<Pick<Project, 'events' | 'stations' | 'observed' | 'synthetic' | 'problems'>> {
  const [synthetics, stations, isArchive] = await Promise.all([
    isLoose(inputs.synthetics) ? null : eventWaveforms(inputs.synthetics, shelf, syntheticTag(parameters)),
    discoverStations(inputs.stations),
    isDayArchive(inputs.observed),
  ]);
  const folders =
    isArchive || isLoose(inputs.observed)
      ? null
      : await eventWaveforms(inputs.observed, shelf, parameters.observed_tag);
  const known = new Set([...(synthetics?.events() ?? []), ...(folders?.events() ?? [])]);
  const found = await discoverEvents(inputs.events, known);
  const described = [...shelf.events(), ...(found?.entries ?? [])];
  const problems = [...shelf.problems, ...(found?.problems ?? []), ...(stations?.problems ?? [])];
  const loose = async (input: string) => {
    const result = await filesByTime(path, input, described, safeName(basename(path)));
    problems.push(...result.problems);
    return EventWaveforms.scan(result.files);
  };
  const synthetic = synthetics ?? (await loose(inputs.synthetics));
  const scattered = isArchive || folders ? null : await loose(inputs.observed);
  const events = eventEntries(described, new Set([...known, ...synthetic.events(), ...(scattered?.events() ?? [])]));
  const observed = folders ?? scattered ?? (await DayArchive.scan(inputs.observed, await spansOf(events, synthetic)));
  const entries = stationEntries([...shelf.stations(), ...(stations?.entries ?? [])], observed, synthetic);
  await describeByHeaders(events, entries, [observed, synthetic]);
  return { events, stations: entries, observed, synthetic, problems };
}

/** A folder of years; a path with wildcards is none. */
async function isDayArchive(input: string): Promise<boolean> {
  return !/[{*?]/.test(input) && (await DayArchive.years(input)) !== null;
}

/** A folder without parameters of its own is a project where waveforms are in the usual folders, or may come there.
 *  @throws ProjectError for any other */
async function refuseForeign(path: string, { observed, synthetics }: InputPaths): Promise<void> {
  if ((await listFolder(observed)) !== null || (await listFolder(synthetics)) !== null) return;
  throw new ProjectError(
    'not-a-project',
    `${path} is no project yet: it has neither atoa.yaml nor a folder observed or synthetics`,
    `Run \`atoa init ${path}\`, or open it in the window: both find out how the folder is laid out and write atoa.yaml.`,
  );
}

/** Waveforms in folders of events; in ASDF files where no folder has any. */
async function eventWaveforms(path: string, shelf: AsdfShelf, tag: string): Promise<WaveformIndex> {
  const contents = shelf.at(path);
  const folders = isAsdf(path) ? null : await EventWaveforms.scan(await filesByFolder(path));
  const isUsed = folders !== null && [...folders.events()].length > 0;
  return contents !== null && !isUsed ? new AsdfWaveforms(contents, tag) : (folders ?? new AsdfWaveforms([], tag));
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
