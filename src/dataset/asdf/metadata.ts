import { existsSync, readFileSync } from 'node:fs';
import { writeQuakeml, writeStationXml } from '@/formats';
import { withFile, type Hdf5 } from '../hdf5/reader';
import type { SpoolRecord } from '../spool';
import { extractQuakeml } from './quakeml';
import { DatasetReader } from './read';
import { extractStationXml, parseStationXml, type StationXmlFile } from './stationXml';

const ASDF = /\.(h5|hdf5)$/i;

/** The metadata of a commit's pairs, as bytes for the dataset. */
export interface MetadataSource {
  /** QuakeML of the record's event; null where nothing describes it. */
  quakeml(record: SpoolRecord): Uint8Array | null;
  /** StationXML of the record's station; null where nothing describes it. */
  stationXml(record: SpoolRecord): Uint8Array | null;
}

/** Takes the original files' bytes where they are QuakeML and StationXML, or ASDF files that hold these, and writes
 *  documents of its own from what was read of them otherwise. A station file is read once, however many of its stations
 *  are asked for. */
export function metadataSource(library: Hdf5): MetadataSource {
  const parsed = new Map<string, StationXmlFile | null>();
  const bytesOf = (path: string, inside: (dataset: DatasetReader) => Uint8Array | null) => {
    if (!existsSync(path)) return null;
    if (!ASDF.test(path)) return readFileSync(path);
    return withFile(library, path, (file) => inside(new DatasetReader(file))?.slice() ?? null);
  };
  const stationFile = (path: string, station: string) => {
    const key = ASDF.test(path) ? `${path} ${station}` : path;
    if (!parsed.has(key)) {
      const bytes = bytesOf(path, (dataset) => dataset.stationXml(station));
      parsed.set(key, bytes && parseStationXml(bytes));
    }
    return parsed.get(key) ?? null;
  };
  return {
    quakeml({ event, eventFile, key }) {
      const bytes = eventFile === null ? null : bytesOf(eventFile, (dataset) => dataset.quakeml());
      const original = bytes && extractQuakeml(bytes, key.event);
      return original ?? (event ? encode(writeQuakeml(event)) : null);
    },
    stationXml({ station, stationFiles, key }) {
      const files = stationFiles.map((path) => stationFile(path, key.station)).filter((file) => file !== null);
      return extractStationXml(files, key.station) ?? (station ? encode(writeStationXml([station])) : null);
    },
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
