import { basename } from 'node:path';
import { stationCode, type ProjectProblem, type Station } from '@/core/model';
import { FormatError, detectEvents, detectStations, readStations, stationLines } from '@/formats';
import { mapLimited, readBytes, readHead } from '../files/fileReading';
import { listInput } from '../files/inputList';
import { mergeStations, type StationPart } from '../mergeStations';
import { isCode } from '../names';
import type { StationEntry } from '../types';

const HEAD_BYTES = 8192;
/** Places nearer than this, some kilometres, are roundings and sensors beside each other. */
const FAR_DEG = 0.05;
const STATION_NAME = /^(STATIONS|RESP\.|SAC_PZ)|\.(xml|resp|sacpz|pz|dataless)$/i;

export interface FoundStations {
  entries: StationEntry[];
  problems: ProjectProblem[];
}

interface FoundPart extends StationPart {
  file: string;
  line: string | null;
}

/** Reads all station files of an input path: places, channels, and whether they have responses.
 *  @returns null where nothing is there */
export async function discoverStations(path: string): Promise<FoundStations | null> {
  const files = await listInput(path);
  if (files === null) return null;
  const problems: ProjectProblem[] = [];
  const parts = new Map<string, FoundPart[]>();
  const read = await mapLimited(files, 16, async ({ file }) => {
    const result = await readStationFile(file);
    if ('message' in result) problems.push(result);
    return 'message' in result ? [] : result.parts;
  });
  for (const part of read.flat()) {
    const code = codeOf(part.station);
    if (!isCode(part.station.network) || !isCode(part.station.code)) {
      problems.push(badCode(code, part.file));
      continue;
    }
    const list = parts.get(code);
    if (list) list.push(part);
    else parts.set(code, [part]);
  }
  const entries = [...parts].map(([code, list]) => entryOf(code, list));
  for (const { code, station } of entries) problems.push(...contradictions(station!, parts.get(code)!));
  return { entries, problems };
}

async function readStationFile(file: string): Promise<{ parts: FoundPart[] } | ProjectProblem> {
  const name = basename(file);
  try {
    if (!STATION_NAME.test(name) && !isStationFile(await readHead(file, HEAD_BYTES))) return { parts: [] };
    const bytes = await readBytes(file);
    const format = detectStations(bytes);
    if (format === null && detectEvents(bytes) !== null) return { parts: [] };
    const stations = readStations(bytes, name, { responses: false });
    const lines = format === 'stations' ? stationLines(bytes, name) : null;
    const lineOf = (station: Station) => lines?.get(codeOf(station)) ?? null;
    return { parts: stations.map((station) => ({ file, station, format: format!, line: lineOf(station) })) };
  } catch (error) {
    const message =
      error instanceof FormatError ? error.message : `${name} cannot be read: ${(error as Error).message}`;
    return {
      severity: 'warning',
      file,
      message,
      advice: 'Mend or remove the file; its stations are taken as unknown.',
    };
  }
}

/** A SAC file tells of its station, too, but every one of a station does. */
function isStationFile(head: Uint8Array): boolean {
  const format = detectStations(head);
  return format !== null && format !== 'sac';
}

function entryOf(code: string, parts: FoundPart[]): StationEntry {
  const station = mergeStations(parts, null)!;
  const useful = parts.filter((part) => part.station.channels.length > 0 || isPlace(parts, part));
  return {
    code,
    network: station.network,
    name: station.code,
    station,
    files: [...new Set(useful.map(({ file }) => file))],
    line: parts.find(({ line }) => line !== null)?.line ?? null,
    hasResponse: station.channels.some(({ response }) => response !== null),
  };
}

/** Files that put a station at places so far apart that one must be wrong. Epochs of one file may differ: stations move. */
function contradictions(used: Station, parts: FoundPart[]): ProjectProblem[] {
  const turned = (degrees: number) => Math.abs(((degrees + 540) % 360) - 180);
  const other = parts.find(
    ({ station: { latitude, longitude } }) =>
      Math.abs(latitude - used.latitude) > FAR_DEG || turned(longitude - used.longitude) > FAR_DEG,
  );
  const same = parts.find(({ station }) => station.latitude === used.latitude && station.longitude === used.longitude);
  if (other === undefined || same === undefined || other.file === same.file) return [];
  const at = ({ latitude, longitude }: Station) => `${latitude}, ${longitude}`;
  const message = `station ${codeOf(used)} is at ${at(used)} in ${basename(same.file)}, which is used, but at ${at(other.station)} in ${basename(other.file)}`;
  return [{ severity: 'warning', file: other.file, message, advice: 'Mend the coordinates in one of the two.' }];
}

function codeOf({ network, code }: Station): string {
  return stationCode({ network, station: code });
}

/** STATIONS is needed for a station's place only where no other file states it; of many, as every run of SPECFEM has one,
 *  the first is. */
function isPlace(parts: FoundPart[], part: FoundPart): boolean {
  if (part.format !== 'stations') return true;
  if (parts.some((p) => p.format !== 'stations' && Number.isFinite(p.station.latitude))) return false;
  return part === parts.find(({ format }) => format === 'stations');
}

function badCode(code: string, file: string): ProjectProblem {
  return {
    severity: 'warning',
    file,
    message: `${basename(file)}: "${code}" is not used: codes have letters, digits, - and _ only`,
    advice: 'Mend the network or station code.',
  };
}
