import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { wildcard } from '@/core/model';
import type { PathParameters } from '@/core/config';
import { isLink, listFolders } from './listing';

export const EVENT_ID = '{event_id}';

/** Absolute paths of a project's inputs. {event_id} may stand for a part of them, and the last part may be a pattern of
 *  file names with * and ?. */
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
  const parent = path.slice(0, start);
  const names = await listFolders(parent);
  for (const name of names) {
    const id = name.slice(before.length, name.length - after.length);
    if (id === '' || name !== before + id + after || (await isAlias(parent, name, names))) continue;
    folders.set(id, path.replaceAll(EVENT_ID, id));
  }
  return folders;
}

/** Whether a folder is another name of one beside it, as SeisFlows' `mainsolver` is of the first event's. */
async function isAlias(parent: string, name: string, names: string[]): Promise<boolean> {
  if (!(await isLink(join(parent, name)))) return false;
  const target = await realpath(join(parent, name)).catch(() => null);
  const home = await realpath(parent).catch(() => parent);
  return target !== null && dirname(target) === home && names.includes(basename(target)) && basename(target) !== name;
}

/** An input path without the pattern of file names that may end it; `pattern` is null where there is none. */
export function splitPattern(path: string): { folder: string; pattern: string | null } {
  const name = basename(path);
  return /[*?]/.test(name) ? { folder: dirname(path), pattern: name } : { folder: path, pattern: null };
}

/** Whether a file or folder would be read as a part of an input: it is the input, lies in it, or fits its pattern. */
export function isInput(path: string, input: string): boolean {
  if (isWithin(path, input)) return true;
  const { folder, pattern } = splitPattern(input);
  const wanted = folder.split(sep);
  const parts = path.split(sep);
  if (parts.length < wanted.length + (pattern === null ? 0 : 1)) return false;
  const fits = wanted.every((part, i) => wildcard(part.replaceAll(EVENT_ID, '*'))(parts[i]!));
  return fits && (pattern === null ? input.includes(EVENT_ID) : wildcard(pattern)(parts[wanted.length]!));
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
