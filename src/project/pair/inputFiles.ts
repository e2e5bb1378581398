import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Parameters } from '@/core/config';
import { PairError, stationCode, type Nanoseconds, type Trace } from '@/core/model';
import { DatasetError, readDataset, type DatasetReader } from '@/dataset';
import { FormatError, readWaveforms } from '@/formats';
import { isAsdf } from '../asdf/asdfFiles';
import { readBytes } from '../files/fileReading';
import { readQuickly } from '../files/quickReading';

/** Files kept in memory: a worker goes through the stations of one event after another. */
const KEPT_FILES = 512;

/** Reads the bytes that are to be parsed: of a file, or of a document in it. */
type Source = () => Promise<Uint8Array>;

/** A file's bytes; of an ASDF file those of the document that `pick` takes out of it. */
export function documentIn(file: string, pick: (dataset: DatasetReader) => Uint8Array | null): Source {
  if (!isAsdf(file)) return () => readFile(file);
  // The library's bytes are its own: they end with the file.
  return () => readAsdf(file, (dataset) => Uint8Array.from(pick(dataset) ?? []));
}

/** What was made of files, by path, size and modification time; those used last are kept. */
export class Kept<T> {
  readonly #kept = new Map<string, { version: string; value: Promise<T> }>();

  /** @param key what the value is kept under, where a file has several */
  async get(file: string, source: Source, make: (bytes: Uint8Array) => T, key = file): Promise<T> {
    const { size, mtimeMs } = await stat(file).catch((cause: unknown) => {
      throw unreadable(file, cause);
    });
    const version = `${size}/${mtimeMs}`;
    let entry = this.#kept.get(key);
    if (entry?.version !== version) entry = { version, value: source().then((bytes) => made(file, bytes, make)) };
    // Putting it in again makes it the youngest.
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    if (this.#kept.size > KEPT_FILES) this.#kept.delete(this.#kept.keys().next().value!);
    return entry.value;
  }
}

/** The traces of a station in files of any format.
 *  @param tag which ones are meant where the file is ASDF
 *  @throws PairError of stage `gather` naming the file */
export async function readTraces(
  files: string[],
  station: string,
  tag: string,
  origin: Nanoseconds | null,
  { conventions }: Pick<Parameters, 'conventions'>,
): Promise<Trace[]> {
  const traces: Promise<Trace[]>[] = files.map(async (file) => {
    if (isAsdf(file)) return readAsdf(file, (dataset) => dataset.waveforms(station, tag));
    // Bytes that were read quickly are to be used at once.
    const content = quickly(file) ?? (await readFile(file));
    return made(file, content, (bytes) => readWaveforms(bytes, basename(file), origin, conventions));
  });
  const all = (await Promise.all(traces)).flat();
  return all.filter((trace) => stationCode(trace) === station && trace.data.length > 0);
}

function quickly(file: string): Uint8Array | null {
  try {
    return readQuickly(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function readFile(file: string): Promise<Uint8Array> {
  return readBytes(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
}

async function readAsdf<T>(file: string, use: (dataset: DatasetReader) => T): Promise<T> {
  try {
    return await readDataset(file, use);
  } catch (cause) {
    if (!(cause instanceof DatasetError)) throw cause;
    throw new PairError('gather', 'bad-dataset', cause.message, { advice: cause.advice, cause });
  }
}

function made<T>(file: string, bytes: Uint8Array, make: (bytes: Uint8Array) => T): T {
  try {
    return make(bytes);
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new PairError('gather', 'bad-file', cause.message, { advice: `Mend or remove ${file}.`, cause });
  }
}

function unreadable(file: string, cause: unknown): PairError {
  return new PairError('gather', 'unreadable', `${basename(file)} cannot be read: ${(cause as Error).message}`, {
    advice: 'Check that the file is there and that you may read it; if files moved, open the project again.',
    cause,
  });
}
