import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import type { Parameters } from '@/core/config';
import {
  PairError,
  channelCode,
  stationCode,
  type Nanoseconds,
  type SeismicEvent,
  type Station,
  type Trace,
} from '@/core/model';
import type { PairInput } from '@/core/pair';
import { FormatError, detectStations, readEvents, readStations, readWaveforms } from '@/formats';
import { channelFilter } from './channelFilter';
import { eventNamed } from './discoverEvents';
import { readBytes } from './fileReading';
import { mergeStations, type StationPart } from './mergeStations';
import { joinRecords } from './records';
import { spanOf } from './syntheticSpan';
import type { PairFiles } from './types';

/** What a pair is measured from, and what was noticed while reading it. */
export interface GatheredPair extends PairInput {
  warnings: string[];
}

/** Files kept in memory: a worker goes through the stations of one event after another. */
const KEPT_FILES = 512;

/** Reads the files of pairs. One worker keeps one, as parsed events and stations are kept between pairs. */
export class Gatherer {
  readonly #events = new Kept<SeismicEvent[]>();
  readonly #stations = new Kept<StationPart[]>();

  /** Reads a pair's files: traces of its station only, observed ones of the wanted channels only and joined.
   *  @throws PairError of stage `gather` naming the file, with advice */
  async gather(files: PairFiles, parameters: Pick<Parameters, 'conventions' | 'preprocess'>): Promise<GatheredPair> {
    if (files.observed.length === 0) throw missing(files, 'observed');
    if (files.synthetic.length === 0) throw missing(files, 'synthetic');
    const event = files.eventFile === null ? null : await this.#event(files.eventFile, files.event);
    const origin = event?.time ?? null;
    const [station, synthetic, recorded] = await Promise.all([
      this.#station(files, origin),
      readTraces(files.synthetic, files.station, origin, parameters),
      readTraces(files.observed, files.station, origin, parameters),
    ]);
    if (synthetic.length === 0) throw missing(files, 'synthetic');
    const matches = channelFilter(files.channels);
    const wanted = recorded.filter(({ location, channel }) => matches(location, channel));
    const { traces: observed, warnings } = joinRecords(
      wanted,
      files.archived ? spanOf(synthetic) : null,
      parameters.preprocess.gaps,
    );
    if (observed.length === 0) throw missing(files, 'observed', recorded);
    return { event, station, observed, synthetic, warnings };
  }

  async #event(file: string, id: string): Promise<SeismicEvent> {
    const events = await this.#events.get(file, (bytes) => readEvents(bytes, basename(file)));
    const event = eventNamed(events, id);
    if (event) return event;
    throw new PairError('gather', 'no-event', `${basename(file)} does not hold event ${id} any more`, {
      advice: 'Open the project again.',
    });
  }

  async #station(files: PairFiles, origin: Nanoseconds | null): Promise<Station | null> {
    const parts = await Promise.all(
      files.stationFiles.map((file) =>
        this.#stations.get(file, (bytes) => {
          const format = detectStations(bytes);
          return readStations(bytes, basename(file)).map((station) => ({ station, format: format! }));
        }),
      ),
    );
    const own = parts.flat().filter(({ station }) => `${station.network}.${station.code}` === files.station);
    return mergeStations(own, origin);
  }
}

/** What was made of files, by path, size and modification time; the files used last are kept. */
class Kept<T> {
  readonly #kept = new Map<string, { version: string; value: Promise<T> }>();

  async get(file: string, make: (bytes: Uint8Array) => T): Promise<T> {
    const { size, mtimeMs } = await stat(file).catch((cause: unknown) => {
      throw unreadable(file, cause);
    });
    const version = `${size}/${mtimeMs}`;
    let entry = this.#kept.get(file);
    if (entry?.version !== version) entry = { version, value: readWith(file, make) };
    // Putting it in again makes it the youngest.
    this.#kept.delete(file);
    this.#kept.set(file, entry);
    if (this.#kept.size > KEPT_FILES) this.#kept.delete(this.#kept.keys().next().value!);
    return entry.value;
  }
}

async function readTraces(
  files: string[],
  station: string,
  origin: Nanoseconds | null,
  { conventions }: Pick<Parameters, 'conventions'>,
): Promise<Trace[]> {
  const read = (file: string) => readWith(file, (bytes) => readWaveforms(bytes, basename(file), origin, conventions));
  const traces = (await Promise.all(files.map(read))).flat();
  return traces.filter((trace) => stationCode(trace) === station && trace.data.length > 0);
}

async function readWith<T>(file: string, make: (bytes: Uint8Array) => T): Promise<T> {
  const bytes = await readBytes(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
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

function missing(
  { event, station, channels }: PairFiles,
  side: 'observed' | 'synthetic',
  found: Trace[] = [],
): PairError {
  const patterns = channels.map(({ location, channel }) => `${station}.${location}.${channel}`).join(', ');
  const message = `no ${side} waveforms of ${side === 'observed' ? patterns : station} for event ${event}`;
  const codes = [...new Set(found.map(channelCode))].join(', ');
  const advice =
    codes !== ''
      ? `There are ${codes}: widen the selection, or check that their times fit the event.`
      : side === 'observed'
        ? 'Add its files to the folder of observed waveforms, or leave the station out.'
        : 'Run the simulation with this station, or leave the station out.';
  return new PairError('gather', `no-${side}`, message, { advice });
}
