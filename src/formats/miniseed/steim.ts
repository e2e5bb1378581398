/** Steim-1 and Steim-2 compression: frames of 64 bytes, each of 16 words; the first holds sixteen 2-bit codes that say
 *  how differences are packed into the other words. The first frame of a record also holds the first and the last sample.
 *  @see SEED manual v2.4, appendix B */

export const FRAME_BYTES = 64;

/** Why a record could not be decoded, and at which byte. */
export interface SteimProblem {
  byte: number;
  message: string;
}

/** Bits of a packed difference by 4 * code + sub-code, and how many differences make a word; 0: no such packing. */
const BITS = {
  1: Uint8Array.of(0, 0, 0, 0, 8, 8, 8, 8, 16, 16, 16, 16, 32, 32, 32, 32),
  2: Uint8Array.of(0, 0, 0, 0, 8, 8, 8, 8, 0, 30, 15, 10, 6, 5, 4, 0),
};
const COUNTS = {
  1: Uint8Array.of(0, 0, 0, 0, 4, 4, 4, 4, 2, 2, 2, 2, 1, 1, 1, 1),
  2: Uint8Array.of(0, 0, 0, 0, 4, 4, 4, 4, 0, 1, 2, 3, 5, 6, 7, 0),
};

/** Unpacks one record.
 *  @param from,to  bytes of the record's frames; what is no whole frame is left out
 *  @param output   samples are written from `at` on
 *  @param count    samples to unpack
 *  @returns null, or what is wrong with the record */
export function decodeSteim(
  version: 1 | 2,
  view: DataView,
  from: number,
  to: number,
  littleEndian: boolean,
  output: Float64Array,
  at: number,
  count: number,
): SteimProblem | null {
  if (count === 0) return null;
  if (to - from < FRAME_BYTES) return { byte: from, message: `expected a frame of ${FRAME_BYTES} bytes` };
  const bitsOf = BITS[version];
  const countOf = COUNTS[version];
  const first = view.getInt32(from + 4, littleEndian);
  const last = view.getInt32(from + 8, littleEndian);
  const end = at + count;
  let value = 0;
  let next = at;
  for (let frame = from; frame + FRAME_BYTES <= to && next < end; frame += FRAME_BYTES) {
    const codes = view.getInt32(frame, littleEndian);
    for (let word = frame === from ? 3 : 1; word < 16 && next < end; word++) {
      const code = (codes >>> (30 - 2 * word)) & 3;
      if (code === 0) continue;
      const byte = frame + 4 * word;
      const packed = packedWord(view, byte, code, version, littleEndian);
      const packing = 4 * code + (packed >>> 30);
      const bits = bitsOf[packing]!;
      if (bits === 0) return { byte, message: `no such Steim-2 packing: code ${code}, sub-code ${packed >>> 30}` };
      // Differences stand at the low end of the word, the earliest highest.
      const size = countOf[packing]!;
      const stop = size < end - next ? next + size : end;
      const begin = next;
      const unused = 32 - bits;
      for (let left = 32 - bits * size; next < stop; left += bits) {
        value = (value + ((packed << left) >> unused)) | 0;
        output[next++] = value;
      }
      if (begin === at) value = startAt(first, output, at, next);
    }
  }
  if (next < end) return { byte: from, message: `${count} samples announced, but the frames hold ${next - at}` };
  if (value !== last) {
    return { byte: from + 8, message: `the last sample should be ${last} by the check value, but unpacks as ${value}` };
  }
  return null;
}

/** A word with its earliest difference highest. Differences of whole bytes or of 16 bits are stored as such, in the order
 *  of the samples, whatever the byte order of the file. */
function packedWord(view: DataView, byte: number, code: number, version: 1 | 2, littleEndian: boolean): number {
  if (!littleEndian || code === 1) return view.getInt32(byte, false);
  if (version === 1 && code === 2) return (view.getInt16(byte, true) << 16) | view.getUint16(byte + 2, true);
  return view.getInt32(byte, true);
}

/** Shifts the samples of the first word so that they begin at the record's first sample: the first difference leads there
 *  from the record before. Returns the latest sample. */
function startAt(first: number, output: Float64Array, from: number, to: number): number {
  const shift = (first - output[from]!) | 0;
  for (let i = from; i < to; i++) output[i] = (output[i]! + shift) | 0;
  return output[to - 1]!;
}

/** Packings of Steim-2 from the densest: differences to a word, bits of each, code, sub-code (-1: none). */
const PACKINGS = [
  [7, 4, 3, 2],
  [6, 5, 3, 1],
  [5, 6, 3, 0],
  [4, 8, 1, -1],
  [3, 10, 2, 3],
  [2, 15, 2, 2],
  [1, 30, 2, 1],
] as const;

/** Packs samples by Steim-2 until the frames or the samples run out.
 *  @param data    integers of at most 32 bits
 *  @param begin   first sample to pack
 *  @param frames  bytes to fill, zeroed, a multiple of 64 long
 *  @returns how many samples were packed, or minus one minus the index of a sample whose difference needs more than 30 bits */
export function encodeSteim2(data: ArrayLike<number>, begin: number, frames: DataView, littleEndian: boolean): number {
  let next = begin;
  let previous = data[Math.max(0, begin - 1)]!;
  for (let frame = 0; frame < frames.byteLength && next < data.length; frame += FRAME_BYTES) {
    let codes = 0;
    for (let word = frame === 0 ? 3 : 1; word < 16 && next < data.length; word++) {
      const packing = densest(data, next, previous);
      if (packing === null) return -1 - next;
      const [count, bits, code, sub] = packing;
      codes |= code << (30 - 2 * word);
      let packed = sub < 0 ? 0 : sub << 30;
      for (let i = 0; i < count; i++) {
        const difference = data[next]! - previous;
        previous = data[next++]!;
        packed |= bits === 30 ? difference & 0x3fffffff : (difference & ((1 << bits) - 1)) << (bits * (count - 1 - i));
      }
      // Four differences of 8 bits are bytes, whose order is that of the samples.
      frames.setInt32(frame + 4 * word, packed, sub < 0 ? false : littleEndian);
    }
    frames.setUint32(frame, codes >>> 0, littleEndian);
  }
  if (next > begin) {
    frames.setInt32(4, data[begin]!, littleEndian);
    frames.setInt32(8, data[next - 1]!, littleEndian);
  }
  return next - begin;
}

/** The densest packing that the next differences fit into. */
function densest(data: ArrayLike<number>, next: number, previous: number): (typeof PACKINGS)[number] | null {
  for (const packing of PACKINGS) {
    const [count, bits] = packing;
    if (next + count > data.length) continue;
    const limit = 2 ** (bits - 1);
    let before = previous;
    let fits = true;
    for (let i = next; i < next + count && fits; i++) {
      const difference = data[i]! - before;
      fits = difference >= -limit && difference < limit;
      before = data[i]!;
    }
    if (fits) return packing;
  }
  return null;
}
