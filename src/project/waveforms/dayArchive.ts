import { join } from 'node:path';
import { formatTime, type Nanoseconds } from '@/core/model';
import { channelFilter } from './channelFilter';
import { listFolder, listFolders } from '../files/listing';
import type { ChannelPattern, TimeSpan, WaveformIndex } from './waveformIndex';

const YEAR = /^(19|20)\d\d$/;
/** NN.SSS.LL.CCC.T.YYYY.DDD, as SeisComP's data structure (SDS) has it; the type T is D for data. */
export const DAY_NAME = /^([^.]+)\.([^.]+)\.([^.]*)\.([^.]+)\.([A-Z])\.(\d{4}\.\d{3})$/;
const DAY = 86_400_000_000_000n;
/** Seconds before and after a synthetic that are wanted of a record, for tapers and filters. */
export const PADDING_SECONDS = 300;
const PADDING = BigInt(PADDING_SECONDS) * 1_000_000_000n;

interface DayFile {
  location: string;
  channel: string;
  day: string;
  path: string;
}

/** Whole days of data: YYYY/NN/SSS/CCC[.D]/NN.SSS.LL.CCC.D.YYYY.DDD. Only days that events need are kept. */
export class DayArchive implements WaveformIndex {
  readonly archived = true;
  readonly #days: Map<string, Set<string>>;
  readonly #files = new Map<string, DayFile[]>();

  private constructor(spans: Map<string, TimeSpan>) {
    this.#days = new Map([...spans].map(([event, span]) => [event, daysOf(span)]));
  }

  /** The folders of years below `root` where it is such an archive: a year holds networks, which hold stations, which hold
   *  folders of channels.
   *  @returns null where it is none */
  static async years(root: string): Promise<string[] | null> {
    const years = (await listFolders(root)).filter((name) => YEAR.test(name));
    for (const year of years) {
      const listing = await listFolder(join(root, year));
      const network = listing?.files.length === 0 ? listing.folders[0] : undefined;
      const station = network && (await listFolders(join(root, year, network)))[0];
      if (station && (await listFolders(join(root, year, network, station))).length > 0) return years;
    }
    return null;
  }

  /** @param spans the time that each event's records are wanted of */
  static async scan(root: string, spans: Map<string, TimeSpan>): Promise<DayArchive> {
    const archive = new DayArchive(spans);
    const wanted = new Set([...archive.#days.values()].flatMap((days) => [...days]));
    const years = new Set([...wanted].map((day) => day.slice(0, 4)));
    await Promise.all([...years].map((year) => archive.#scanYear(join(root, year), wanted)));
    for (const files of archive.#files.values()) files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return archive;
  }

  *stationsOf(event: string): Iterable<string> {
    const days = this.#days.get(event);
    if (!days) return;
    for (const [station, files] of this.#files) if (files.some(({ day }) => days.has(day))) yield station;
  }

  filesOf(event: string, station: string, patterns: ChannelPattern[]): string[] {
    const days = this.#days.get(event);
    const matches = channelFilter(patterns);
    const files = this.#files.get(station) ?? [];
    return files
      .filter(({ day, location, channel }) => days?.has(day) && matches(location, channel))
      .map(({ path }) => path);
  }

  stations(): Set<string> {
    return new Set(this.#files.keys());
  }

  events(): Iterable<string> {
    return [];
  }

  async #scanYear(year: string, wanted: Set<string>): Promise<void> {
    for (const network of await listFolders(year)) {
      const stations = await listFolders(join(year, network));
      await Promise.all(stations.map((station) => this.#scanStation(join(year, network, station), wanted)));
    }
  }

  async #scanStation(folder: string, wanted: Set<string>): Promise<void> {
    for (const channel of await listFolders(folder)) {
      for (const name of (await listFolder(join(folder, channel)))?.files ?? []) {
        const match = DAY_NAME.exec(name);
        if (!match || match[5] !== 'D' || !wanted.has(match[6]!)) continue;
        const code = `${match[1]}.${match[2]}`;
        const location = match[3] === '--' ? '' : match[3]!;
        const file = { location, channel: match[4]!, day: match[6]!, path: join(folder, channel, name) };
        const files = this.#files.get(code);
        if (files) files.push(file);
        else this.#files.set(code, [file]);
      }
    }
  }
}

/** The days that a span and its padding touch, as YYYY.DDD. */
export function daysOf({ start, end }: TimeSpan): Set<string> {
  const days = new Set<string>();
  for (let day = floorDay(start - PADDING); day <= end + PADDING; day += DAY) days.add(ordinal(day));
  return days;
}

function floorDay(time: Nanoseconds): Nanoseconds {
  return time - (((time % DAY) + DAY) % DAY);
}

function ordinal(day: Nanoseconds): string {
  const year = formatTime(day, 0).slice(0, 4);
  const first = BigInt(Date.UTC(Number(year), 0, 1)) * 1_000_000n;
  return `${year}.${String((day - first) / DAY + 1n).padStart(3, '0')}`;
}
