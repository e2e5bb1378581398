import { closeSync, fsync, open, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';

/*
 * What is forced onto the disk, and when:
 *
 *   spool record,   by the host, those of all pairs that came meanwhile at once, before the pairs' lines go into the
 *   adjoint files   journal
 *   journal         by the host, one fsync for the lines that came meanwhile; then the pair is done
 *   dataset         by the writer, before it is renamed onto the old one; then a commit line; then the spool goes
 *   logs, figures   not at all: they are made again on request, and nothing depends on them
 */

const openFile = promisify(open);
const syncFile = promisify(fsync);

/** ms that opening a file takes over a network, or on a disk that is busy. */
const SLOW_MS = 2;
/** Files that are opened by another thread after one that was slow. */
const WARY_OF = 200;
let wary = 0;

/** Opens a file that was written a moment ago. The system knows such a one: asking another thread takes ten times as long as
 *  opening it, unless it lies across a network. */
function opened(path: string, flags: 'r' | 'r+'): number | Promise<number> {
  if (wary > 0) {
    wary--;
    return openFile(path, flags);
  }
  const began = performance.now();
  const descriptor = openSync(path, flags);
  if (performance.now() - began > SLOW_MS) wary = WARY_OF;
  return descriptor;
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const descriptor = await opened(path, flags);
  try {
    await syncFile(descriptor);
  } finally {
    // All that it holds is on the disk: there is nothing to wait for.
    closeSync(descriptor);
  }
}

/** Forces the names in a folder onto the disk. Windows cannot open a folder, and orders renames by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await sync(path, 'r');
}

/** Forces files and the folders they lie in onto the disk, all at the same time. */
async function syncFiles(paths: Iterable<string>): Promise<void> {
  const files = [...new Set(paths)];
  const folders = new Set(files.map((path) => dirname(path)));
  // Windows syncs only what is open for writing.
  await Promise.all([...files.map((path) => sync(path, 'r+')), ...[...folders].map(syncFolder)]);
}

interface Request {
  paths: string[];
  resolve(): void;
  reject(error: unknown): void;
}

/** Forces files onto the disk, and what is asked for while the disk is busy all at once: the folders are shared, and the
 *  disk orders its work as it likes. */
export class GroupSync {
  #waiting: Request[] = [];
  #isBusy = false;

  /** Resolves when the files, and their names in their folders, are on the disk.
   *  @throws what the system says of them */
  sync(paths: string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ paths, resolve, reject });
      if (!this.#isBusy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await syncFiles(batch.flatMap(({ paths }) => paths));
        for (const { resolve } of batch) resolve();
      } catch {
        // One of them has failed: each is told its own.
        await Promise.all(batch.map(({ paths, resolve, reject }) => syncFiles(paths).then(resolve, reject)));
      }
    }
    this.#isBusy = false;
  }
}
