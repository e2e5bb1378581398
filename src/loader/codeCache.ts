import { crc32 } from 'node:zlib';

/** Two checksums: of the source, and of the code. */
const HEAD_BYTES = 8;

/** Where the code of a program lies that V8 has compiled already. Other versions of V8 and other processors have files of
 *  other names: they find none.
 *  @param program path of its source, a CommonJS file */
export function cachePath(program: string): string {
  return program.replace(/\.cjs$/, `.${process.arch}-${process.versions.v8}.cache`);
}

/** @param source the program's, as its file holds it
 *  @param code as V8 gives it
 *  @returns the bytes of the file at `cachePath` */
export function seal(source: Buffer, code: Buffer): Buffer {
  return Buffer.concat([head(source, code), code]);
}

/** V8 itself compares no more of a source than its length, and code that is damaged ends the process.
 *  @param sealed bytes of the file at `cachePath`
 *  @returns the code; null where it is another program's, or not whole */
export function unseal(source: Buffer, sealed: Buffer): Buffer | null {
  const code = sealed.subarray(HEAD_BYTES);
  return head(source, code).equals(sealed.subarray(0, HEAD_BYTES)) ? code : null;
}

/** Against accidents only: who may change the code may change the source. Loading Node's digests takes longer than these. */
function head(source: Buffer, code: Buffer): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES);
  bytes.writeUInt32LE(crc32(source), 0);
  bytes.writeUInt32LE(crc32(code), 4);
  return bytes;
}
