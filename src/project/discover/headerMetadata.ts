import { basename } from 'node:path';
import { stationCode } from '@/core/model';
import { readEvents, readStations, detectEvents } from '@/formats';
import { isAsdf } from '../asdf/asdfFiles';
import { ALL_CHANNELS } from '../waveforms/channelFilter';
import { mapLimited, readHead } from '../files/fileReading';
import type { EventEntry, StationEntry } from '../types';
import type { WaveformIndex } from '../waveforms/waveformIndex';

/** A SAC header, and what tells it from other formats. */
const HEAD_BYTES = 1024;

/** Describes events and stations that no other file does by the headers of their SAC files, as PySEP writes them. */
export async function describeByHeaders(
  events: Map<string, EventEntry>,
  stations: Map<string, StationEntry>,
  indices: WaveformIndex[],
): Promise<void> {
  const unknown = [...events.values()].filter(({ event }) => event === null);
  await mapLimited(unknown, 16, async (entry) => {
    for (const file of firstFiles(indices, entry.id)) {
      const [event] = await inHeader(file, readEvents);
      if (event) return void events.set(entry.id, { id: entry.id, file, event: { ...event, id: entry.id } });
    }
  });
  const nowhere = [...stations.values()].filter(({ station }) => station === null);
  await mapLimited(nowhere, 16, async (entry) => {
    for (const file of filesOf(indices, [...events.keys()], entry.code)) {
      const found = await inHeader(file, readStations);
      const station = found.find((each) => stationCode({ network: each.network, station: each.code }) === entry.code);
      if (station) return void stations.set(entry.code, { ...entry, station, files: [file] });
    }
  });
}

/** One file of each side: if it tells nothing, the others do not either. */
function firstFiles(indices: WaveformIndex[], event: string): string[] {
  return indices.flatMap((index) => {
    const [station] = index.stationsOf(event);
    return station === undefined ? [] : index.filesOf(event, station, ALL_CHANNELS).slice(0, 1);
  });
}

/** One file of each side, of the first event that has any. */
function filesOf(indices: WaveformIndex[], events: string[], station: string): string[] {
  return indices.flatMap((index) => {
    for (const event of events) {
      const [file] = index.filesOf(event, station, ALL_CHANNELS);
      if (file !== undefined) return [file];
    }
    return [];
  });
}

async function inHeader<T>(file: string, read: (bytes: Uint8Array, file: string) => T[]): Promise<T[]> {
  if (isAsdf(file)) return [];
  try {
    const head = await readHead(file, HEAD_BYTES);
    return detectEvents(head) === 'sac' ? read(head, basename(file)) : [];
  } catch {
    // What is wrong with the file is told when its samples are read.
    return [];
  }
}
