import { addSeconds, fromOrdinalDay, type Conventions, type Nanoseconds, type Trace } from '@/core/model';
import { FormatError } from '../error';

/** Places of header words; one word is four bytes. */
export const FLOATS = {
  delta: 0,
  depmin: 1,
  depmax: 2,
  b: 5,
  e: 6,
  o: 7,
  a: 8,
  stla: 31,
  stlo: 32,
  stel: 33,
  stdp: 34,
  evla: 35,
  evlo: 36,
  evel: 37,
  evdp: 38,
  mag: 39,
  dist: 50,
  az: 51,
  baz: 52,
  gcarc: 53,
  depmen: 56,
  cmpaz: 57,
  cmpinc: 58,
} as const;
export const INTEGERS = {
  nzyear: 70,
  nzjday: 71,
  nzhour: 72,
  nzmin: 73,
  nzsec: 74,
  nzmsec: 75,
  nvhdr: 76,
  npts: 79,
  iftype: 85,
  leven: 105,
} as const;
/** Places of text in bytes, and its length. */
export const TEXTS = {
  kstnm: [440, 8],
  kevnm: [448, 16],
  khole: [464, 8],
  kcmpnm: [600, 8],
  knetwk: [608, 8],
} as const;
/** The doubles that follow the samples in header version 7. */
const FOOTER = ['delta', 'b', 'e', 'o', 'a'] as const;
const FOOTER_LAST = ['evlo', 'evla', 'stlo', 'stla'] as const;
export const HEADER_BYTES = 632;
export const FOOTER_BYTES = 176;
export const UNDEFINED = -12345;
/** iftype of an evenly sampled time series. */
export const TIME_SERIES = 1;

type SacNumbers = Record<keyof typeof FLOATS | keyof typeof INTEGERS, number | null>;
type SacTexts = Record<keyof typeof TEXTS, string>;
/** A SAC header in its own names; what is undefined (-12345) is null, and texts are empty. */
export type SacHeader = SacNumbers & SacTexts & { littleEndian: boolean };

const latin1 = new TextDecoder('latin1');

/** Whether the bytes begin with a SAC header, of either byte order. */
export function isSac(bytes: Uint8Array): boolean {
  return byteOrder(bytes) !== null;
}

/** Header version 6 or 7 and a logical word that is 0 or 1 stand where they belong in one byte order only. */
function byteOrder(bytes: Uint8Array): 'little' | 'big' | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const order of ['little', 'big'] as const) {
    const word = (place: number) => view.getInt32(4 * place, order === 'little');
    const even = word(INTEGERS.leven);
    if ((word(INTEGERS.nvhdr) === 6 || word(INTEGERS.nvhdr) === 7) && (even === 0 || even === 1)) return order;
  }
  return null;
}

/** Reads a SAC header, versions 6 and 7 (whose footer of doubles wins over the floats).
 *  @throws FormatError where the bytes are no SAC file, or are cut off */
export function readSacHeader(bytes: Uint8Array, file: string, { footer = true } = {}): SacHeader {
  const order = byteOrder(bytes);
  if (order === null) {
    throw new FormatError(
      file,
      'byte 304',
      'expected a SAC header of 632 bytes with version (nvhdr) 6 or 7, in either byte order',
    );
  }
  const littleEndian = order === 'little';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers: Partial<SacNumbers> = {};
  const defined = (value: number) => (value === UNDEFINED || !Number.isFinite(value) ? null : value);
  for (const name of keysOf(FLOATS)) numbers[name] = defined(view.getFloat32(4 * FLOATS[name], littleEndian));
  for (const name of keysOf(INTEGERS)) numbers[name] = defined(view.getInt32(4 * INTEGERS[name], littleEndian));
  const texts: Partial<SacTexts> = {};
  for (const name of keysOf(TEXTS)) texts[name] = readText(bytes, TEXTS[name][0], TEXTS[name][1]);
  const header = { ...(numbers as SacNumbers), ...(texts as SacTexts), littleEndian };
  if (header.nvhdr === 7 && footer) readFooter(view, header, file);
  return header;
}

function keysOf<T extends object>(object: T): (keyof T)[] {
  return Object.keys(object) as (keyof T)[];
}

function readText(bytes: Uint8Array, at: number, length: number): string {
  const text = latin1
    .decode(bytes.subarray(at, at + length))
    .replace(/\0.*$/s, '')
    .trim();
  return text.startsWith('-12345') ? '' : text;
}

function readFooter(view: DataView, header: SacHeader, file: string): void {
  const at = HEADER_BYTES + 4 * (header.npts ?? 0);
  if (at < HEADER_BYTES || at + FOOTER_BYTES > view.byteLength) {
    throw new FormatError(file, `byte ${at}`, `expected the footer of ${FOOTER_BYTES} bytes that header version 7 has`);
  }
  const read = (name: keyof SacNumbers, word: number) => {
    const value = view.getFloat64(at + 8 * word, header.littleEndian);
    if (value !== UNDEFINED && Number.isFinite(value)) header[name] = value;
  };
  FOOTER.forEach((name, i) => read(name, i));
  FOOTER_LAST.forEach((name, i) => read(name, 16 + i));
}

/** The reference time that all other times of a header count from; null where it is undefined.
 *  @throws FormatError where its fields are out of range */
export function sacReferenceTime(header: SacHeader, file: string): Nanoseconds | null {
  const { nzyear, nzjday, nzhour, nzmin, nzsec, nzmsec } = header;
  if (nzyear === null || nzjday === null) return null;
  const fields = [nzyear, nzjday, nzhour ?? 0, nzmin ?? 0, nzsec ?? 0, nzmsec ?? 0] as const;
  const limits = [
    [0, 9999],
    [1, 366],
    [0, 23],
    [0, 59],
    [0, 60],
    [0, 999],
  ] as const;
  if (fields.some((value, i) => value < limits[i]![0] || value > limits[i]![1])) {
    throw new FormatError(
      file,
      'byte 280',
      `the reference time ${fields.join(' ')} (year, day, h, min, s, ms) does not exist`,
    );
  }
  const [year, day, hour, minute, second, millisecond] = fields;
  const seconds = hour * 3600 + minute * 60 + second;
  return fromOrdinalDay(year, day) + BigInt(seconds * 1000 + millisecond) * 1_000_000n;
}

/** When the first sample was taken, by the header; null where it has no reference time.
 *  @param bytes the file, or its first ones */
export function startOfSac(bytes: Uint8Array, file: string): Nanoseconds | null {
  // Version 7 repeats its times behind the samples, more exactly than is needed here.
  const header = readSacHeader(bytes, file, { footer: false });
  const reference = sacReferenceTime(header, file);
  return reference && addSeconds(reference, header.b ?? 0);
}

/** Reads an evenly sampled SAC time series, either byte order. An undefined reference time stands for 1970-01-01.
 *  @param conventions `pyatoa` rounds the sampling interval to microseconds as the reference stack does; `corrected` takes
 *    the shortest decimal number that the header's float32 stands for
 *  @throws FormatError naming the byte */
export function readSac(bytes: Uint8Array, file: string, conventions: Conventions = 'pyatoa'): Trace {
  const header = readSacHeader(bytes, file);
  const { npts, delta, b, leven, iftype } = header;
  if (leven !== 1 || (iftype !== null && iftype !== TIME_SERIES)) {
    throw new FormatError(file, 'byte 340', 'expected an evenly sampled time series (iftype 1, leven true)');
  }
  if (delta === null || !(delta > 0))
    throw new FormatError(file, 'byte 0', `the sampling interval is ${delta} s, expected more than 0`);
  if (npts === null || npts < 0 || HEADER_BYTES + 4 * npts > bytes.length) {
    const there = Math.floor((bytes.length - HEADER_BYTES) / 4);
    throw new FormatError(
      file,
      `byte ${4 * INTEGERS.npts}`,
      `the header announces ${npts} samples, the file holds ${there}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Float64Array(npts);
  for (let i = 0; i < npts; i++) data[i] = view.getFloat32(HEADER_BYTES + 4 * i, header.littleEndian);
  return {
    network: header.knetwk,
    station: header.kstnm,
    location: header.khole.replace(/^-+$/, ''),
    channel: header.kcmpnm,
    starttime: addSeconds(sacReferenceTime(header, file) ?? 0n, b ?? 0),
    delta: interval(delta, header.nvhdr === 7, conventions),
    data,
  };
}

function interval(delta: number, isDouble: boolean, conventions: Conventions): number {
  const rounded = Math.round(delta * 1e6) / 1e6;
  if (conventions === 'pyatoa' && rounded > 0) return 1 / (1 / rounded);
  if (isDouble) return delta;
  for (let digits = 6; digits < 9; digits++) {
    const shorter = Number(delta.toPrecision(digits));
    if (Math.fround(shorter) === delta) return shorter;
  }
  return delta;
}
