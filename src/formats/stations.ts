import type { Station } from '@/core/model';
import { FormatError } from './error';
import { headOf } from './head';
import { isSac, readSacHeader } from './sac/sac';
import { sacStation } from './sac/sacMetadata';
import { readResp } from './resp/resp';
import { readSacPolesZeros } from './resp/sacpz';
import { readStationsFile } from './specfem/stationsFile';
import { readStationXml } from './stationxml/stationxml';

export type StationFormat = 'stationxml' | 'stations' | 'resp' | 'sacpz' | 'sac';

/** One line of STATIONS: two codes and at least two numbers. */
const STATIONS_LINE = /^\s*[\w-]{1,16}\s+[\w-]{1,16}(\s+[-+]?(\d+(\.\d*)?|\.\d+)([eEdD][-+]?\d+)?){2,}\s*(#.*)?$/;

/** The station format of a file by its content.
 *  @param bytes the file, or its first kilobytes
 *  @returns null where it is none */
export function detectStations(bytes: Uint8Array): StationFormat | null {
  if (isSac(bytes)) return 'sac';
  const { text, root } = headOf(bytes);
  if (root !== null) return root === 'FDSNStationXML' ? 'stationxml' : null;
  if (/^B05[0-9]F\d\d/m.test(text)) return 'resp';
  if (/^\s*(ZEROS|POLES)\s+\d+/m.test(text)) return 'sacpz';
  const first = text.split(/\r\n|\n|\r/).find((line) => line.replace(/#.*/, '').trim() !== '') ?? '';
  return STATIONS_LINE.test(first) ? 'stations' : null;
}

/** Reads StationXML (also under the name RESP.*), STATIONS, RESP text, SAC poles and zeros or the header of a SAC file,
 *  whichever the content is.
 *  A station may come several times, with other channels or at another place.
 *  @param options.responses false leaves the responses of StationXML without stages, which is quicker
 *  @throws FormatError with the line, also where the file is none of these */
export function readStations(bytes: Uint8Array, file: string, options: { responses?: boolean } = {}): Station[] {
  switch (detectStations(bytes)) {
    case 'stationxml':
      return readStationXml(bytes, file, options);
    case 'stations':
      return readStationsFile(bytes, file);
    case 'resp':
      return readResp(bytes, file);
    case 'sacpz':
      return readSacPolesZeros(bytes, file);
    case 'sac': {
      const station = sacStation(readSacHeader(bytes, file));
      return station === null ? [] : [station];
    }
    case null:
      throw new FormatError(file, '', 'no stations in it: expected StationXML, STATIONS, RESP or SAC poles and zeros');
  }
}
