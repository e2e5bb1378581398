/** CRC-32C (Castagnoli), reflected polynomial 0x82f63b78: the check of miniSEED 3. @see RFC 3720, appendix B.4 */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

/** @param blank start of four bytes that count as zero: the place of the check value itself */
export function crc32c(bytes: Uint8Array, blank = -1): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    const byte = i >= blank && i < blank + 4 && blank >= 0 ? 0 : bytes[i]!;
    crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
