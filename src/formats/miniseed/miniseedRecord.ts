import type { ChannelId, Nanoseconds } from '@/core/model';
import { FormatError } from '../error';
import { FRAME_BYTES, decodeSteim } from './steim';

/** One record of miniSEED 2 or 3: what its header says, and where its samples lie. */
export interface SeedRecord extends ChannelId {
  /** Of its first byte, and of the byte after its last. */
  from: number;
  to: number;
  start: Nanoseconds;
  /** s by which UTC is put back (1) or forward (-1) by a leap second within the record. */
  leap: number;
  /** Hz */
  rate: number;
  samples: number;
  encoding: number;
  littleEndian: boolean;
  /** Place of the encoded samples. */
  dataFrom: number;
  dataTo: number;
}

export const TEXT = 0;
export const INT16 = 1;
export const INT32 = 3;
export const FLOAT32 = 4;
export const FLOAT64 = 5;
export const STEIM1 = 10;
export const STEIM2 = 11;
const WIDTHS: Partial<Record<number, number>> = { [INT16]: 2, [INT32]: 4, [FLOAT32]: 4, [FLOAT64]: 8 };
const MOST_IN_A_FRAME: Partial<Record<number, number>> = { [STEIM1]: 60, [STEIM2]: 105 };

/** Refuses a record whose sample count its bytes cannot hold, before any memory is taken for it.
 *  @throws FormatError naming the byte of the record */
export function checkCapacity(record: SeedRecord, file: string): void {
  const { encoding, samples, dataFrom, dataTo } = record;
  const size = dataTo - dataFrom;
  const width = WIDTHS[encoding];
  const perFrame = MOST_IN_A_FRAME[encoding];
  if (width === undefined && perFrame === undefined) {
    const message = `the data encoding is ${encoding}, expected 1, 3, 4, 5 (int16, int32, float32, float64), 10 or 11 (Steim)`;
    throw new FormatError(file, `byte ${record.from}`, message);
  }
  const most = width !== undefined ? Math.floor(size / width) : Math.floor(size / FRAME_BYTES) * perFrame!;
  if (samples > most) {
    throw new FormatError(
      file,
      `byte ${record.from}`,
      `the record announces ${samples} samples, but its ${size} bytes hold ${most} at most`,
    );
  }
}

/** Decodes a record's samples into `output` from `at` on.
 *  @throws FormatError for a broken Steim record */
export function decodeRecord(record: SeedRecord, view: DataView, output: Float64Array, at: number, file: string): void {
  const { encoding, samples, dataFrom, dataTo, littleEndian } = record;
  switch (encoding) {
    case INT16:
      for (let i = 0; i < samples; i++) output[at + i] = view.getInt16(dataFrom + 2 * i, littleEndian);
      break;
    case INT32:
      for (let i = 0; i < samples; i++) output[at + i] = view.getInt32(dataFrom + 4 * i, littleEndian);
      break;
    case FLOAT32:
      for (let i = 0; i < samples; i++) output[at + i] = view.getFloat32(dataFrom + 4 * i, littleEndian);
      break;
    case FLOAT64:
      for (let i = 0; i < samples; i++) output[at + i] = view.getFloat64(dataFrom + 8 * i, littleEndian);
      break;
    default: {
      const version = encoding === STEIM1 ? 1 : 2;
      const problem = decodeSteim(version, view, dataFrom, dataTo, littleEndian, output, at, samples);
      if (problem) throw new FormatError(file, `byte ${problem.byte}`, problem.message);
    }
  }
}

/** Whether a sampling rate in Hz can be one: not less than a sample in 30 years. */
export function isRate(rate: number): boolean {
  return rate > 1e-9 && rate < 1e15;
}
