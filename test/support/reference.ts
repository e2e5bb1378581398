import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of reference numbers that lies beside the project where it is developed; users do not have it. */
export const REFERENCE = resolve(import.meta.dirname, '../../../shared/reference');
export const hasReference = existsSync(REFERENCE);
/** The reason that skipped tests state. */
export const NO_REFERENCE = 'skipped: the folder ../shared/reference is not here';

interface PackedArrays {
  arrays: Record<string, { offset: number; shape: number[] }>;
}

/** `NAME.json` of the reference numbers. */
export function referenceJson<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(REFERENCE, `${name}.json`), 'utf8')) as T;
}

/** Reads arrays of `NAME.f64` by their key. */
export function referenceArrays(name: string): (key: string) => Float64Array {
  const index = referenceJson<PackedArrays>(name).arrays;
  const bytes = readFileSync(resolve(REFERENCE, `${name}.f64`));
  const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return (key) => {
    const entry = index[key];
    if (!entry) throw new Error(`no array "${key}" in ${name}.json`);
    return all.slice(entry.offset, entry.offset + entry.shape.reduce((a, b) => a * b, 1));
  };
}

/** Largest |a - b|, relative to the largest |b|. */
export function deviation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let difference = 0;
  let scale = 0;
  for (let i = 0; i < b.length; i++) {
    difference = Math.max(difference, Math.abs(a[i]! - b[i]!));
    scale = Math.max(scale, Math.abs(b[i]!));
  }
  return scale === 0 ? difference : difference / scale;
}
