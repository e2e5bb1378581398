import { lstat, readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The entries of one folder by name, sorted by code units; hidden ones are left out. */
export interface Listing {
  files: string[];
  folders: string[];
}

const NOTHING: Listing = { files: [], folders: [] };
/** Deeper than any known layout; ends a loop of symbolic links. */
const MAX_DEPTH = 8;

/** Lists a folder with one system call, and one more per symbolic link.
 *  @returns null where there is no such folder or it cannot be read */
export async function listFolder(path: string): Promise<Listing | null> {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch {
    return null;
  }
  const listing: Listing = { files: [], folders: [] };
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const kind = entry.isSymbolicLink() ? await stat(join(path, entry.name)).catch(() => entry) : entry;
    if (kind.isDirectory()) listing.folders.push(entry.name);
    else if (kind.isFile()) listing.files.push(entry.name);
  }
  listing.files.sort();
  listing.folders.sort();
  return listing;
}

/** All files below a folder as absolute paths, in the order of a walk that takes files before folders.
 *  @returns null where there is no such folder */
export async function listTree(path: string, depth = 0): Promise<string[] | null> {
  const listing = await listFolder(path);
  if (listing === null || depth > MAX_DEPTH) return depth === 0 ? null : [];
  const below = await Promise.all(listing.folders.map((name) => listTree(join(path, name), depth + 1)));
  // Joining them would normalize each path anew, of which there may be a million.
  const files = listing.files.map((name) => `${path}${sep}${name}`);
  return files.concat(...below.map((list) => list ?? []));
}

/** The folders directly below `path`. */
export async function listFolders(path: string): Promise<string[]> {
  return ((await listFolder(path)) ?? NOTHING).folders;
}

/** Whether a path is a symbolic link. */
export async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isSymbolicLink() ?? false;
}
