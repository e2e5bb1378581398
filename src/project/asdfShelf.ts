import { basename } from 'node:path';
import { stationCode, type ProjectProblem, type SeismicEvent } from '@/core/model';
import { readDataset, type DatasetReader, type WaveformName } from '@/dataset';
import { readEvents, readStations } from '@/formats';
import { asdfFiles, type AsdfFile } from './asdfFiles';
import type { InputPaths } from './layout';
import { mergeStations } from './mergeStations';
import { isCode, safeName } from './names';
import type { EventEntry, StationEntry } from './types';

/** What is in an ASDF file of one event. */
export interface AsdfContent {
  path: string;
  /** The project's name of the event. */
  id: string;
  event: SeismicEvent | null;
  /** By NN.SSS. */
  waveforms: Map<string, WaveformName[]>;
}

/** The ASDF files among a project's inputs, by the path that stands for them. */
export class AsdfShelf {
  readonly problems: ProjectProblem[] = [];
  readonly #contents = new Map<string, AsdfContent>();
  readonly #files = new Map<string, AsdfFile[]>();
  readonly #stations = new Map<string, StationEntry>();

  /** Lists all of them and reads what they hold, waveforms only by their names. */
  static async open(inputs: InputPaths): Promise<AsdfShelf> {
    const shelf = new AsdfShelf();
    for (const path of new Set(Object.values(inputs) as string[])) {
      const files = await asdfFiles(path);
      if (files.length > 0) shelf.#files.set(path, files);
      for (const file of files) await shelf.#add(file);
    }
    return shelf;
  }

  /** The files that an input path stands for, by event; null where it stands for none. */
  at(path: string): AsdfContent[] | null {
    const files = this.#files.get(path);
    return files?.flatMap((file) => this.#contents.get(file.path) ?? []) ?? null;
  }

  /** Events that the files' QuakeML describes, each once. */
  events(): EventEntry[] {
    const described = [...this.#contents.values()].filter(({ event }) => event !== null);
    const entries = described.map(({ id, path, event }): [string, EventEntry] => [id, { id, file: path, event }]);
    return [...new Map(entries.reverse()).values()];
  }

  /** Stations that the files' StationXML describes, each by the first file that has it. */
  stations(): StationEntry[] {
    return [...this.#stations.values()];
  }

  async #add(file: AsdfFile): Promise<void> {
    if (this.#contents.has(file.path)) return;
    try {
      await readDataset(file.path, (dataset) => this.#read(file, dataset));
    } catch (error) {
      const advice = 'Mend or remove the file; nothing of it is used.';
      this.problems.push({ severity: 'warning', file: file.path, message: (error as Error).message, advice });
    }
  }

  #read({ path, id }: AsdfFile, dataset: DatasetReader): void {
    const event = this.#event(path, dataset);
    const name = id ?? (event && safeName(event.id)) ?? safeName(basename(path).replace(/\.[^.]+$/, ''));
    const codes = dataset.stations().filter((code) => code.split('.').every(isCode));
    const waveforms = new Map(codes.map((code) => [code, dataset.waveformNames(code)]));
    this.#contents.set(path, { path, id: name, event: event && { ...event, id: name }, waveforms });
    for (const code of codes) if (!this.#stations.has(code)) this.#addStation(path, code, dataset);
  }

  /** A file holds one event; an empty catalogue, as pyasdf makes for want of one, holds none. */
  #event(path: string, dataset: DatasetReader): SeismicEvent | null {
    const bytes = dataset.quakeml();
    if (bytes === null || !new TextDecoder().decode(bytes).includes('publicID')) return null;
    const [event = null, ...others] = this.#tried(path, () => readEvents(bytes, basename(path))) ?? [];
    if (others.length === 0) return event;
    const message = `${basename(path)} holds ${others.length + 1} events; the first is used`;
    this.problems.push({ severity: 'warning', file: path, message, advice: 'Make a file of each event.' });
    return event;
  }

  #addStation(path: string, code: string, dataset: DatasetReader): void {
    const bytes = dataset.stationXml(code);
    const read = bytes && this.#tried(path, () => readStations(bytes, basename(path), { responses: false }));
    const own = (read ?? []).filter(({ network, code: name }) => stationCode({ network, station: name }) === code);
    const station = mergeStations(
      own.map((each) => ({ station: each, format: 'stationxml' })),
      null,
    );
    if (station === null) return;
    const hasResponse = station.channels.some(({ response }) => response !== null);
    const { network, code: name } = station;
    this.#stations.set(code, { code, network, name, station, files: [path], line: null, hasResponse });
  }

  /** What is broken in a file leaves the rest of it useful. */
  #tried<T>(path: string, read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      const advice = 'The rest of the file is used.';
      this.problems.push({ severity: 'warning', file: path, message: (error as Error).message, advice });
      return null;
    }
  }
}
