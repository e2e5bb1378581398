import { basename } from 'node:path';
import { syntheticTag, type Parameters } from '@/core/config';
import { PairError, channelCode, type Nanoseconds, type SeismicEvent, type Station, type Trace } from '@/core/model';
import type { PairInput } from '@/core/pair';
import { detectStations, readEvents, readStations } from '@/formats';
import { isAsdf } from '../asdf/asdfFiles';
import { channelFilter } from '../waveforms/channelFilter';
import { eventNamed } from '../discover/discoverEvents';
import { Kept, documentIn, readTraces } from './inputFiles';
import { mergeStations, type StationPart } from '../mergeStations';
import { joinRecords } from './records';
import { spanOf } from '../waveforms/syntheticSpan';
import { unitWarnings } from './synthesizedUnits';
import type { PairFiles } from '../types';

/** What a pair is measured from, and what was noticed while reading it. */
export interface GatheredPair extends PairInput {
  warnings: string[];
}

type ReadingParameters = Pick<
  Parameters,
  'conventions' | 'preprocess' | 'unit_output' | 'observed_tag' | 'synthetic_tag' | 'iteration' | 'step_count'
>;

/** Reads the files of pairs. One worker keeps one, as parsed events and stations are kept between pairs. */
export class Gatherer {
  readonly #events = new Kept<SeismicEvent[]>();
  readonly #stations = new Kept<StationPart[]>();

  /** Reads a pair's files: traces of its station only, observed ones of the wanted channels only and joined.
   *  @throws PairError of stage `gather` naming the file, with advice */
  async gather(files: PairFiles, parameters: ReadingParameters): Promise<GatheredPair> {
    if (files.observed.length === 0) throw missing(files, 'observed');
    if (files.synthetic.length === 0) throw missing(files, 'synthetic');
    const event = files.eventFile === null ? null : await this.#event(files.eventFile, files.event);
    const origin = event?.time ?? null;
    const [station, synthetic, recorded] = await Promise.all([
      this.#station(files, origin),
      readTraces(files.synthetic, files.station, syntheticTag(parameters), origin, parameters),
      readTraces(files.observed, files.station, parameters.observed_tag, origin, parameters),
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
    const units = unitWarnings([...files.synthetic, ...files.observed], parameters.unit_output);
    return { event, station, observed, synthetic, warnings: [...units, ...warnings] };
  }

  async #event(file: string, id: string): Promise<SeismicEvent> {
    const source = documentIn(file, (dataset) => dataset.quakeml());
    const events = await this.#events.get(file, source, (bytes) => readEvents(bytes, basename(file)));
    const event = eventNamed(events, id);
    if (event) return event;
    throw new PairError('gather', 'no-event', `${basename(file)} does not hold event ${id} any more`, {
      advice: 'Open the project again.',
    });
  }

  async #station(files: PairFiles, origin: Nanoseconds | null): Promise<Station | null> {
    const parts = await Promise.all(
      files.stationFiles.map((file) => {
        const source = documentIn(file, (dataset) => dataset.stationXml(files.station));
        // Of an ASDF file only what it holds of this station is read.
        const key = isAsdf(file) ? `${file} ${files.station}` : file;
        return this.#stations.get(file, source, (bytes) => stationParts(bytes, basename(file)), key);
      }),
    );
    const own = parts.flat().filter(({ station }) => `${station.network}.${station.code}` === files.station);
    return mergeStations(own, origin);
  }
}

function stationParts(bytes: Uint8Array, file: string): StationPart[] {
  const format = detectStations(bytes);
  return readStations(bytes, file).map((station) => ({ station, format: format! }));
}

function missing(
  { event, eventFile, station, channels }: PairFiles,
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
        ? eventFile === null
          ? 'No source file of the event was read, and without one no archive of days can be searched: `atoa inspect` tells why.'
          : 'Add its files to the folder of observed waveforms, or leave the station out.'
        : 'Run the simulation with this station, or leave the station out.';
  return new PairError('gather', `no-${side}`, message, { advice });
}
