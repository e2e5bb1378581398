import { closeSync, openSync, writeSync, writevSync } from 'node:fs';

/** Bytes of one call: on Linux, calls of a megabyte and more were measured to take far longer for the same bytes
 *  (docs/performance.md). */
const PIECE = 2 ** 17;

/** Writes a file anew: all the parts, one behind the other. */
export function writeParts(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    let piece: Uint8Array[] = [];
    let room = PIECE;
    for (const part of parts) {
      for (let from = 0; from < part.length;) {
        const bytes = part.subarray(from, from + room);
        piece.push(bytes);
        from += bytes.length;
        room -= bytes.length;
        if (room > 0) continue;
        writeAll(file, piece);
        piece = [];
        room = PIECE;
      }
    }
    writeAll(file, piece);
  } finally {
    closeSync(file);
  }
}

/** A write may be cut short, and a vectored one takes 1024 arrays at most. */
function writeAll(file: number, arrays: Uint8Array[]): void {
  let rest = arrays;
  while (rest.length > 0) {
    let written = rest.length === 1 ? writeSync(file, rest[0]!) : writevSync(file, rest.slice(0, 1024));
    let whole = 0;
    while (whole < rest.length && written >= rest[whole]!.length) written -= rest[whole++]!.length;
    rest = rest.slice(whole);
    if (written > 0) rest[0] = rest[0]!.subarray(written);
  }
}
