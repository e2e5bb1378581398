import { basename, dirname, join, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import { EVENT_ID, eventFolders } from '../files/layout';
import { listFolder } from '../files/listing';

const NAME = /\.(h5|hdf5)$/i;

/** Whether a name is that of an ASDF file. */
export function isAsdf(path: string): boolean {
  return NAME.test(path);
}

/** An ASDF file of one event. `id` is the event's where the name tells it. */
export interface AsdfFile {
  path: string;
  id: string | null;
}

/** The ASDF files that an input path stands for: the file itself; those that lie in a folder, which are named by their
 *  events; or those whose names fit, with {event_id} in the path. */
export async function asdfFiles(path: string): Promise<AsdfFile[]> {
  if (path.includes(EVENT_ID)) return isAsdf(path) ? fitting(path) : [];
  if (isAsdf(path)) return (await isFile(path)) ? [{ path, id: null }] : [];
  const { files = [] } = (await listFolder(path)) ?? {};
  return files.filter(isAsdf).map((name) => ({ path: join(path, name), id: name.replace(NAME, '') }));
}

async function fitting(path: string): Promise<AsdfFile[]> {
  const name = basename(path);
  if (!dirname(path).includes(EVENT_ID)) {
    const [before, after] = name.split(EVENT_ID) as [string, string];
    const { files = [] } = (await listFolder(dirname(path))) ?? {};
    return files
      .filter((file) => file.length > name.length - EVENT_ID.length && file.startsWith(before) && file.endsWith(after))
      .map((file) => ({ path: join(dirname(path), file), id: file.slice(before.length, file.length - after.length) }));
  }
  const candidates = [...(await eventFolders(path))].map(([id, file]) => ({ id, path: resolve(file) }));
  const there = await Promise.all(candidates.map((each) => isFile(each.path)));
  return candidates.filter((_, i) => there[i]);
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
