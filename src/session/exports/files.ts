import { open, rename, rm, writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { RunError, temporaryName, writeFailure } from '@/executive';

/** Writes a file piece by piece, as they are made; between two of them others have their turn. The file is there when it is
 *  whole.
 *  @throws RunError naming the file */
export function writePieces(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  return inPlace(path, async (temporary) => {
    const file = await open(temporary, 'w');
    try {
      for (const piece of pieces) {
        if (piece.length > 0) await file.writeFile(piece);
        else await setImmediate();
      }
    } finally {
      await file.close();
    }
  });
}

/** Writes a small file in one piece.
 *  @throws RunError naming the file */
export function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  return inPlace(path, (temporary) => writeFile(temporary, content));
}

/** Has a file written under another name, and renames it.
 *  @throws RunError naming the file */
async function inPlace(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new RunError(writeFailure(error, path));
  }
}
