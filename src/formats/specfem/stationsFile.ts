import { stationCode, type Station } from '@/core/model';
import { FormatError } from '../error';
import { decodeText, parseDecimal } from '../text/text';

/** Reads SPECFEM's STATIONS: station, network, latitude, longitude, elevation and burial in m; the last two may be missing.
 *  Coordinates may be metres of a Cartesian mesh.
 *  @throws FormatError with the line */
export function readStationsFile(bytes: Uint8Array, file: string): Station[] {
  return readLines(bytes, file).map(({ station }) => station);
}

/** The lines of SPECFEM's STATIONS as they stand, by NN.SSS, for files such as STATIONS_ADJOINT that repeat some of them.
 *  @throws FormatError with the line */
export function stationLines(bytes: Uint8Array, file: string): Map<string, string> {
  const lines = readLines(bytes, file).map(({ station, line }): [string, string] => {
    return [stationCode({ network: station.network, station: station.code }), line];
  });
  // Of a station that stands twice, SPECFEM takes the first.
  return new Map(lines.reverse());
}

function readLines(bytes: Uint8Array, file: string): { station: Station; line: string }[] {
  const stations: { station: Station; line: string }[] = [];
  decodeText(bytes, file)
    .split(/\r\n|\n|\r/)
    .forEach((line, index) => {
      const columns = line.replace(/#.*$/, '').trim().split(/\s+/);
      if (columns[0] === '') return;
      const [code, network, ...numbers] = columns;
      const values = numbers.slice(0, 4).map(parseDecimal);
      if (values.length < 2 || values.includes(null)) {
        throw new FormatError(
          file,
          `line ${index + 1}`,
          `"${line.trim().slice(0, 80)}": expected station, network, latitude, longitude, elevation, burial`,
        );
      }
      const [latitude, longitude, elevationM = 0] = values as number[];
      const place = { latitude: latitude!, longitude: longitude!, elevationM };
      stations.push({ station: { network: network!, code: code!, ...place, channels: [] }, line });
    });
  return stations;
}

/** Stations as SPECFEM's STATIONS; burial is the depth of the first channel. */
export function writeStationsFile(stations: Station[]): string {
  return stations
    .map((station) => {
      const burial = station.channels[0]?.depthM ?? 0;
      const numbers = [station.latitude.toFixed(6), station.longitude.toFixed(6), station.elevationM.toFixed(1)];
      return (
        station.code.padStart(8) +
        station.network.padStart(6) +
        [...numbers, burial.toFixed(1)].map((text) => ` ${text.padStart(13)}`).join('') +
        '\n'
      );
    })
    .join('');
}
