import { crc32 } from 'node:zlib';

/** CRC-32 of an array's bytes. */
export function checksum(data: ArrayBufferView): number {
  return crc32(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

/** Whether all values are finite. */
export function isFinite(values: Float64Array): boolean {
  // Only of a value that is not finite the difference with itself is not zero.
  for (let i = 0; i < values.length; i++) if (values[i]! - values[i]! !== 0) return false;
  return true;
}
