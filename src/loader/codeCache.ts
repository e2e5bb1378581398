import { createHash } from 'node:crypto';

const DIGEST_BYTES = 32;

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
  return Buffer.concat([digest(source, code), code]);
}

/** V8 itself compares no more of a source than its length, and code that is damaged ends the process.
 *  @param sealed bytes of the file at `cachePath`
 *  @returns the code; null where it is another program's, or not whole */
export function unseal(source: Buffer, sealed: Buffer): Buffer | null {
  const code = sealed.subarray(DIGEST_BYTES);
  return digest(source, code).equals(sealed.subarray(0, DIGEST_BYTES)) ? code : null;
}

function digest(source: Buffer, code: Buffer): Buffer {
  return createHash('sha256').update(source).update(code).digest();
}
