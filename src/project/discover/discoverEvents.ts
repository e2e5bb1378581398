import { basename, dirname } from 'node:path';
import type { ProjectProblem, SeismicEvent } from '@/core/model';
import { FormatError, detectEvents, detectStations, readEvents } from '@/formats';
import { mapLimited, readBytes, readHead } from '../files/fileReading';
import { listInput, type InputFile } from '../files/inputList';
import { splitPattern } from '../files/layout';
import { safeName } from '../names';
import type { EventEntry } from '../types';

const HEAD_BYTES = 8192;
export const SOURCE_NAME = /^(?:CMTSOLUTION|FORCESOLUTION|SOURCE)(?:_(.+))?$/;
const EVENT_NAME = /\.(xml|qml|quakeml)$/i;

export interface FoundEvents {
  entries: EventEntry[];
  problems: ProjectProblem[];
}

/** Reads all event files of an input path.
 *  @param path   null results where nothing is there
 *  @param known  ids that waveform folders have: where an event can be called several things, these decide */
export async function discoverEvents(path: string, known: ReadonlySet<string>): Promise<FoundEvents | null> {
  const files = await listInput(path);
  if (files === null) return null;
  const top = splitPattern(path).folder;
  const found = await mapLimited(files, 16, (input) =>
    readEventFile(input, dirname(input.file) === top ? null : dirname(input.file)),
  );
  const entries = new Map<string, EventEntry>();
  const problems: ProjectProblem[] = [];
  for (const { file, candidates, problem } of found) {
    if (problem) problems.push(problem);
    for (const { event, names } of candidates) {
      const id = chooseId(names, known);
      const other = entries.get(id);
      if (other) problems.push(duplicate(id, other.file!, file));
      else entries.set(id, { id, file, event: { ...event, id } });
    }
  }
  return { entries: [...entries.values()], problems };
}

interface EventFile {
  file: string;
  candidates: { event: SeismicEvent; names: string[] }[];
  problem?: ProjectProblem;
}

async function readEventFile({ file, event: own }: InputFile, folder: string | null): Promise<EventFile> {
  const name = basename(file);
  try {
    const named = SOURCE_NAME.test(name) || EVENT_NAME.test(name);
    if (!named && !isEventFile(await readHead(file, HEAD_BYTES))) return { file, candidates: [] };
    const bytes = await readBytes(file);
    // A folder such as SPECFEM's DATA may hold stations, too.
    if (detectEvents(bytes) === null && detectStations(bytes) !== null) return { file, candidates: [] };
    const events = readEvents(bytes, name);
    const parent = folder === null ? [] : [basename(folder)];
    const names = (event: SeismicEvent) =>
      // What the path says is the event's name in all other paths, too.
      own !== null && events.length === 1 ? [own] : namesOf(event, events.length, name, parent);
    return { file, candidates: events.map((event) => ({ event, names: names(event) })) };
  } catch (error) {
    const message =
      error instanceof FormatError ? error.message : `${name} cannot be read: ${(error as Error).message}`;
    const advice = 'Mend or remove the file; its event is taken as unknown.';
    return { file, candidates: [], problem: { severity: 'warning', file, message, advice } };
  }
}

/** A SAC file tells of its event, too, but every one of an event does. */
function isEventFile(head: Uint8Array): boolean {
  const format = detectEvents(head);
  return format !== null && format !== 'sac';
}

/** What an event may be called, most fitting first. */
function namesOf(event: SeismicEvent, count: number, file: string, parent: string[]): string[] {
  const source = SOURCE_NAME.exec(file);
  if (count > 1) return [event.id, file].filter(Boolean);
  if (source?.[1]) return [source[1], event.id].filter(Boolean);
  if (source) return [event.id, ...parent, file].filter(Boolean);
  return [event.id, file.replace(EVENT_NAME, ''), ...parent].filter(Boolean);
}

/** The event of a file that the project calls `id`, as `discoverEvents` would. */
export function eventNamed(events: SeismicEvent[], id: string): SeismicEvent | null {
  const found = events.length === 1 ? events[0] : events.find((event) => safeName(event.id) === id);
  return found ? { ...found, id } : null;
}

/** The first name that a waveform folder has, else the first. Ids come from inside files: they are made fit for file names. */
function chooseId(names: string[], known: ReadonlySet<string>): string {
  return (
    names.find((name) => known.has(name) && safeName(name) === name) ??
    safeName(names.map(safeName).find((name) => known.has(name)) ?? names[0]!)
  );
}

function duplicate(id: string, used: string, unused: string): ProjectProblem {
  return {
    severity: 'warning',
    file: unused,
    message: `${basename(unused)}: event ${id} is described in ${basename(used)} already, which is used`,
    advice: 'Keep one file of each event.',
  };
}
