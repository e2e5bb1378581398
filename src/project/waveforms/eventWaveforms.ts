import { basename } from 'node:path';
import { stationCode } from '@/core/model';
import { detectWaveforms, readWaveforms } from '@/formats';
import { ALL_CHANNELS, channelFilter } from './channelFilter';
import { mapLimited, readBytes, readHead } from '../files/fileReading';
import { fittingFiles } from '../files/inputList';
import { eventFolders, splitPattern } from '../files/layout';
import { listTree } from '../files/listing';
import { isCode } from '../names';
import type { ChannelPattern, WaveformIndex } from './waveformIndex';
import { isOtherFile, parseWaveformName } from './waveformName';

const HEAD_BYTES = 8192;
/** What is listed at the same time is in memory at the same time. */
const FOLDERS_AT_ONCE = 8;

/** The waveform files of each event that has a folder of its own.
 *  @param path folder that holds those of events, or one with {event_id} in it; a pattern of file names may end it */
export async function filesByFolder(path: string): Promise<Map<string, string[]>> {
  const { folder: parent, pattern } = splitPattern(path);
  const folders = [...(await eventFolders(parent))];
  const lists = await mapLimited(folders, FOLDERS_AT_ONCE, ([, folder]) =>
    pattern === null ? listTree(folder) : fittingFiles(folder, pattern),
  );
  return new Map(folders.map(([event], i) => [event, lists[i] ?? []]));
}

/** Waveforms in files that are of one event each. */
export class EventWaveforms implements WaveformIndex {
  readonly archived = false;
  readonly #files = new Map<string, Map<string, string[]>>();
  /** Files whose content had to tell the station, and may tell several. */
  readonly #byContent = new Set<string>();

  /** Finds the waveforms among the files of each event: by name, and where that does not tell, by content.
   *  @param files by event id */
  static async scan(files: Map<string, string[]>): Promise<EventWaveforms> {
    const index = new EventWaveforms();
    await Promise.all([...files].map(([event, list]) => index.#scanEvent(event, list)));
    return index;
  }

  stationsOf(event: string): Iterable<string> {
    return this.#files.get(event)?.keys() ?? [];
  }

  filesOf(event: string, station: string, patterns: ChannelPattern[]): string[] {
    const files = this.#files.get(event)?.get(station) ?? [];
    if (patterns === ALL_CHANNELS) return files;
    const matches = channelFilter(patterns);
    return files.filter((file) => {
      const name = this.#byContent.has(file) ? null : parseWaveformName(basename(file));
      return matches(name?.location ?? null, name?.channel ?? null);
    });
  }

  stations(): Set<string> {
    return new Set([...this.#files.values()].flatMap((stations) => [...stations.keys()]));
  }

  events(): Iterable<string> {
    return this.#files.keys();
  }

  async #scanEvent(event: string, list: string[]): Promise<void> {
    const stations = new Map<string, string[]>();
    const add = (station: string, file: string) => {
      const files = stations.get(station);
      if (files) files.push(file);
      else stations.set(station, [file]);
    };
    const unknown: string[] = [];
    for (const file of list) {
      const name = basename(file);
      const named = parseWaveformName(name);
      if (named) add(stationCode(named), file);
      else if (!isOtherFile(name)) unknown.push(file);
    }
    const found = await mapLimited(unknown, 8, stationsInside);
    found.forEach((codes, i) => {
      for (const code of codes) add(code, unknown[i]!);
      if (codes.length > 0) this.#byContent.add(unknown[i]!);
    });
    for (const files of stations.values()) files.sort();
    if (stations.size > 0) this.#files.set(event, stations);
  }
}

/** The stations whose data a file holds; none where it cannot be read as waveforms with codes inside. */
async function stationsInside(file: string): Promise<string[]> {
  try {
    const format = detectWaveforms(await readHead(file, HEAD_BYTES));
    // The codes of SPECFEM's columns stand in the name only, and the name did not tell.
    if (format === null || format === 'SPECFEM ASCII') return [];
    const traces = readWaveforms(await readBytes(file), file, null);
    const known = traces.filter(({ network, station }) => isCode(network) && isCode(station));
    return [...new Set(known.map(stationCode))];
  } catch {
    return [];
  }
}
