import { closeSync, fsyncSync, lstatSync, openSync, readlinkSync, realpathSync, renameSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** Where a path leads whose last part may be a symbolic link, also one to a place where there is nothing yet. Renaming onto a link
 *  would put the file in its stead.
 *  @throws Error where links go in a circle */
export function throughLinks(path: string): string {
  let at = path;
  for (let links = 0; lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true; links++) {
    if (links === MOST_LINKS) throw new Error(`${path} is a link that leads in a circle`);
    at = resolve(realpathSync(dirname(at)), readlinkSync(at));
  }
  return at;
}

/** Forces a file's bytes onto the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Renames a synced file onto `target` and makes the rename itself durable: a crash leaves the old file or the new. */
export function publish(temporary: string, target: string): void {
  renameSync(temporary, target);
  // Windows cannot open a folder, and its journal orders renames by itself.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(target), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
