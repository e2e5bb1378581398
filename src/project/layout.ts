import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { PathParameters } from '@/core/config';
import { listFolders } from './listing';

export const EVENT_ID = '{event_id}';

/** Absolute paths of a project's inputs; {event_id} may stand in those of waveforms. */
export interface InputPaths {
  events: string;
  stations: string;
  observed: string;
  synthetics: string;
}

export function inputPaths(root: string, paths: PathParameters): InputPaths {
  const { events, stations, observed, synthetics } = paths;
  return {
    events: resolve(root, events),
    stations: resolve(root, stations),
    observed: resolve(root, observed),
    synthetics: resolve(root, synthetics),
  };
}

/** The folders of events that a path stands for: those in it, or, with {event_id} in it, those whose names fit.
 *  @returns folder by event id */
export async function eventFolders(path: string): Promise<Map<string, string>> {
  const at = path.indexOf(EVENT_ID);
  if (at < 0) return new Map((await listFolders(path)).map((name) => [name, join(path, name)]));
  const start = path.lastIndexOf(sep, at) + 1;
  const stop = path.indexOf(sep, at);
  const segment = path.slice(start, stop < 0 ? undefined : stop);
  const [before, after] = [segment.slice(0, at - start), segment.slice(at - start + EVENT_ID.length)];
  const folders = new Map<string, string>();
  for (const name of await listFolders(path.slice(0, start))) {
    const id = name.slice(before.length, name.length - after.length);
    if (id !== '' && name === before + id + after) folders.set(id, path.replaceAll(EVENT_ID, id));
  }
  return folders;
}

/** Whether `path` is `folder` or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A path for messages: relative to the project where it lies in it. */
export function shownPath(root: string, path: string): string {
  return isWithin(path, root) ? relative(root, path) || basename(path) : path;
}
