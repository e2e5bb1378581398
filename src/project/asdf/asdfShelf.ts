import { stationCode, type ProjectProblem } from '@/core/model';
import { readAsdfContent, type AsdfContent, type AsdfReading } from './asdfContent';
import { asdfFiles, type AsdfFile } from './asdfFiles';
import type { InputPaths } from '../files/layout';
import type { EventEntry, StationEntry } from '../types';

/** The ASDF files among a project's inputs, by the path that stands for them. */
export class AsdfShelf {
  readonly problems: ProjectProblem[] = [];
  readonly #read: AsdfReading;
  readonly #contents = new Map<string, AsdfContent>();
  readonly #files = new Map<string, AsdfFile[]>();
  readonly #stations = new Map<string, StationEntry>();

  private constructor(read: AsdfReading) {
    this.#read = read;
  }

  /** Lists all of them and reads what they hold, waveforms only by their names. */
  static async open(inputs: InputPaths, read: AsdfReading = readAsdfContent): Promise<AsdfShelf> {
    const shelf = new AsdfShelf(read);
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
      const content = await this.#read(file, [...this.#stations.keys()]);
      this.#contents.set(file.path, content);
      this.problems.push(...content.problems);
      for (const station of content.stations) {
        const { network, code: name, channels } = station;
        const code = stationCode({ network, station: name });
        const hasResponse = channels.some(({ response }) => response !== null);
        this.#stations.set(code, { code, network, name, station, files: [file.path], line: null, hasResponse });
      }
    } catch (error) {
      const advice = 'Mend or remove the file; nothing of it is used.';
      this.problems.push({ severity: 'warning', file: file.path, message: (error as Error).message, advice });
    }
  }
}
