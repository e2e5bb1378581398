import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, writeParts } from '@/dataset';
import { temporaryName } from '@/executive';

/** Writes a file in one piece: another name first, then renamed, so that nobody sees half of it. What is to be on the
 *  disk for certain is synced by the host (src/executive/journal/durability.ts). */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = temporaryName(path);
  try {
    write(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // A write that fails does not say where.
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}

/** The folder is made when it is found missing: mostly it is there. */
function write(path: string, content: string | Uint8Array): void {
  try {
    put(path, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolder(dirname(path));
    put(path, content);
  }
}

function put(path: string, content: string | Uint8Array): void {
  if (typeof content === 'string') writeFileSync(path, content);
  else writeParts(path, [content]);
}
