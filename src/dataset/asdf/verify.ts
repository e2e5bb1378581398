import { crc32 } from 'node:zlib';
import { DatasetError } from '../error';
import type { File } from '../hdf5';

/** What is in the new file, for its verification: shape, and for what was written now a CRC-32 of the values. */
export interface Entry {
  shape: number[];
  checksum: number | null;
}

export function checksum(data: ArrayBufferView): number {
  return crc32(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

/** Reads the closed file back: everything is there, in its shape, and what was written now is the same to the bit. */
export function verify(file: File, entries: Map<string, Entry>): void {
  for (const [path, entry] of entries) {
    const object = file.get(path);
    const found = object && 'shape' in object ? object : null;
    const same =
      found?.shape?.join() === entry.shape.join() &&
      (entry.checksum === null || checksum(found.value as Float64Array) === entry.checksum);
    if (!same) {
      const advice = 'The dataset was left as it was. Check the disk, and run again.';
      throw new DatasetError(file.filename, `${path} is not as it was written`, advice);
    }
  }
}
