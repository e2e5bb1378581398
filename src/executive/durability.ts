import { fsync, open, close } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/*
 * What is forced onto the disk, and when:
 *
 *   spool record    by the worker, before it answers (src/dataset)
 *   adjoint files   by the host, many at a time, before the pair's line goes into the journal
 *   journal         by the host, one fsync for the lines that came meanwhile; then the pair is done
 *   dataset         by the writer, before it is renamed onto the old one; then a commit line; then the spool goes
 *   logs, figures   not at all: they are made again on request, and nothing depends on them
 */

const openFile = promisify(open);
const syncFile = promisify(fsync);
const closeFile = promisify(close);

async function sync(path: string): Promise<void> {
  const descriptor = await openFile(path, 'r');
  try {
    await syncFile(descriptor);
  } finally {
    await closeFile(descriptor);
  }
}

/** Forces the names in a folder onto the disk. Windows cannot open a folder, and orders renames by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await sync(path);
}

/** Forces files and the folders they lie in onto the disk, all at the same time. */
export async function syncFiles(paths: string[]): Promise<void> {
  // Windows syncs only what is open for writing; closing a file hands it to the system there.
  if (process.platform === 'win32') return;
  await Promise.all([...paths, ...new Set(paths.map((path) => dirname(path)))].map(sync));
}
