import { existsSync, readFileSync } from 'node:fs';
import { writeQuakeml, writeStationXml } from '@/formats';
import type { SpoolRecord } from '../spool';
import { extractQuakeml } from './quakeml';
import { extractStationXml, parseStationXml, type StationXmlFile } from './stationXml';

/** The metadata of a commit's pairs, as bytes for the dataset. */
export interface MetadataSource {
  /** QuakeML of the record's event; null where nothing describes it. */
  quakeml(record: SpoolRecord): Uint8Array | null;
  /** StationXML of the record's station; null where nothing describes it. */
  stationXml(record: SpoolRecord): Uint8Array | null;
}

/** Takes the original files' bytes where they are QuakeML and StationXML, and writes documents of its own from what was
 *  read of them otherwise. A station file is read once, however many of its stations are asked for. */
export function metadataSource(): MetadataSource {
  const parsed = new Map<string, StationXmlFile | null>();
  const stationFile = (path: string) => {
    if (!parsed.has(path)) parsed.set(path, existsSync(path) ? parseStationXml(readFileSync(path)) : null);
    return parsed.get(path) ?? null;
  };
  return {
    quakeml({ event, eventFile, key }) {
      const original =
        eventFile !== null && existsSync(eventFile) ? extractQuakeml(readFileSync(eventFile), key.event) : null;
      return original ?? (event ? encode(writeQuakeml(event)) : null);
    },
    stationXml({ station, stationFiles, key }) {
      const files = stationFiles.map(stationFile).filter((file) => file !== null);
      return extractStationXml(files, key.station) ?? (station ? encode(writeStationXml([station])) : null);
    },
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
