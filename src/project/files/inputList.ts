import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { wildcard } from '@/core/model';
import { EVENT_ID, eventFolders, splitPattern } from './layout';
import { listFolder, listTree } from './listing';

/** A file by its absolute path. */
export interface InputFile {
  file: string;
  /** Part of the path that {event_id} stands for; null where the input has none. */
  event: string | null;
}

/** All files that an input path stands for: itself where it is a file, those below a folder, those that a pattern fits,
 *  and the same for each event where {event_id} stands in it.
 *  @returns null where there is nothing of that name */
export async function listInput(path: string): Promise<InputFile[] | null> {
  if (!path.includes(EVENT_ID)) return plain(path, null);
  const folders = [...(await eventFolders(path))];
  const found = await Promise.all(folders.map(([event, own]) => plain(own, event)));
  const files = found.flatMap((each) => each ?? []);
  return files.length > 0 ? files : null;
}

/** The files directly in a folder whose names a pattern fits, sorted; null where there is no such folder. */
export async function fittingFiles(folder: string, pattern: string): Promise<string[] | null> {
  const listing = await listFolder(folder);
  return listing && listing.files.filter(wildcard(pattern)).map((name) => join(folder, name));
}

async function plain(path: string, event: string | null): Promise<InputFile[] | null> {
  const { folder, pattern } = splitPattern(path);
  const files = pattern !== null ? await fittingFiles(folder, pattern) : await fileOrTree(path);
  return files?.map((file) => ({ file, event })) ?? null;
}

async function fileOrTree(path: string): Promise<string[] | null> {
  return (await stat(path).catch(() => null))?.isFile() ? [path] : listTree(path);
}
