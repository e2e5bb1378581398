import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

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
