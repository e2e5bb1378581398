import { basename } from 'node:path';
import { stationCode, type ProjectProblem, type SeismicEvent, type Station } from '@/core/model';
import { readDataset, type DatasetReader, type WaveformName } from '@/dataset';
import { readEvents, readStations } from '@/formats';
import type { AsdfFile } from './asdfFiles';
import { mergeStations } from '../mergeStations';
import { isCode, safeName } from '../names';

/** What is in an ASDF file of one event. Plain data: another process may have read it. */
export interface AsdfContent {
  path: string;
  /** The project's name of the event. */
  id: string;
  event: SeismicEvent | null;
  /** By NN.SSS. */
  waveforms: Map<string, WaveformName[]>;
  /** Those that were asked for: responses are without their stages. */
  stations: Station[];
  problems: ProjectProblem[];
}

/** Reads what an ASDF file holds, waveforms only by their names.
 *  @param known stations that need not be described again */
export type AsdfReading = (file: AsdfFile, known: string[]) => Promise<AsdfContent>;

/** Reads in this process. The library may be of no use after a damaged file: see `readDataset`.
 *  @throws DatasetError for a file that is missing, damaged or not ASDF */
export const readAsdfContent: AsdfReading = (file, known) =>
  readDataset(file.path, (dataset) => new Reading(file, dataset).content(new Set(known)));

class Reading {
  readonly #path: string;
  readonly #id: string | null;
  readonly #dataset: DatasetReader;
  readonly #problems: ProjectProblem[] = [];

  constructor({ path, id }: AsdfFile, dataset: DatasetReader) {
    this.#path = path;
    this.#id = id;
    this.#dataset = dataset;
  }

  content(known: ReadonlySet<string>): AsdfContent {
    const path = this.#path;
    const event = this.#event();
    const id = this.#id ?? (event && safeName(event.id)) ?? safeName(basename(path).replace(/\.[^.]+$/, ''));
    const codes = this.#dataset.stations().filter((code) => code.split('.').every(isCode));
    const waveforms = new Map(codes.map((code) => [code, this.#dataset.waveformNames(code)]));
    const stations = codes.filter((code) => !known.has(code)).flatMap((code) => this.#station(code) ?? []);
    return { path, id, event: event && { ...event, id }, waveforms, stations, problems: this.#problems };
  }

  /** A file holds one event; an empty catalogue, as pyasdf makes for want of one, holds none. */
  #event(): SeismicEvent | null {
    const bytes = this.#dataset.quakeml();
    if (bytes === null || !new TextDecoder().decode(bytes).includes('publicID')) return null;
    const name = basename(this.#path);
    const [event = null, ...others] = this.#tried(() => readEvents(bytes, name)) ?? [];
    if (others.length === 0) return event;
    const message = `${name} holds ${others.length + 1} events; the first is used`;
    this.#warn(message, 'Make a file of each event.');
    return event;
  }

  #station(code: string): Station | null {
    const bytes = this.#dataset.stationXml(code);
    const read = bytes && this.#tried(() => readStations(bytes, basename(this.#path), { responses: false }));
    const own = (read ?? []).filter(({ network, code: name }) => stationCode({ network, station: name }) === code);
    return mergeStations(
      own.map((station) => ({ station, format: 'stationxml' })),
      null,
    );
  }

  /** What is broken in a file leaves the rest of it useful. */
  #tried<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      this.#warn((error as Error).message, 'The rest of the file is used.');
      return null;
    }
  }

  #warn(message: string, advice: string): void {
    this.#problems.push({ severity: 'warning', file: this.#path, message, advice });
  }
}
