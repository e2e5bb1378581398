import { formatTime, secondsBetween, type Trace } from '@/core/model';
import { FLOATS, HEADER_BYTES, INTEGERS, TEXTS, TIME_SERIES, UNDEFINED, type SacHeader } from './sac';

/** Words that the format wants defined besides the ones below: internal flags and logicals. */
const LOVROK = 107;
const LPSPOL = 106;
const LCALDA = 108;
const WORDS = 110;
const FIRST_INTEGER = 70;

/** Writes a SAC file, header version 6. The reference time is the trace's start cut to milliseconds; what is below
 *  stands in `b`.
 *  @param fields further header words, such as `evla`; they win over what the trace gives */
export function writeSac(
  trace: Trace,
  options: { littleEndian?: boolean; fields?: Partial<Omit<SacHeader, 'littleEndian' | 'npts' | 'nvhdr'>> } = {},
): Uint8Array {
  const { littleEndian = true, fields = {} } = options;
  const { data, delta } = trace;
  const bytes = new Uint8Array(HEADER_BYTES + 4 * data.length);
  const view = new DataView(bytes.buffer);
  for (let word = 0; word < WORDS; word++) {
    if (word < FIRST_INTEGER) view.setFloat32(4 * word, UNDEFINED, littleEndian);
    else view.setInt32(4 * word, UNDEFINED, littleEndian);
  }
  for (const word of [INTEGERS.leven, LOVROK, LCALDA]) view.setInt32(4 * word, 1, littleEndian);
  view.setInt32(4 * LPSPOL, 0, littleEndian);

  const cut = (trace.starttime / 1_000_000n - (trace.starttime % 1_000_000n < 0n ? 1n : 0n)) * 1_000_000n;
  const b = secondsBetween(cut, trace.starttime);
  const [min, max, mean] = extent(data);
  const header: Partial<SacHeader> = {
    ...reference(cut),
    delta,
    b,
    e: b + Math.max(0, data.length - 1) * delta,
    depmin: min,
    depmax: max,
    depmen: mean,
    kstnm: trace.station,
    knetwk: trace.network,
    khole: trace.location,
    kcmpnm: trace.channel,
    iftype: TIME_SERIES,
    ...fields,
    nvhdr: 6,
    npts: data.length,
  };
  for (const [name, word] of Object.entries(FLOATS)) {
    const value = header[name as keyof typeof FLOATS];
    if (typeof value === 'number') view.setFloat32(4 * word, value, littleEndian);
  }
  for (const [name, word] of Object.entries(INTEGERS)) {
    const value = header[name as keyof typeof INTEGERS];
    if (typeof value === 'number') view.setInt32(4 * word, value, littleEndian);
  }
  fillTexts(bytes, header);
  for (let i = 0; i < data.length; i++) view.setFloat32(HEADER_BYTES + 4 * i, data[i]!, littleEndian);
  return bytes;
}

/** The header's calendar fields of a time in whole milliseconds. */
function reference(time: bigint): Partial<SacHeader> {
  const text = formatTime(time, 3);
  const year = Number(text.slice(0, 4));
  const nzjday = Math.floor(Number(time / 1_000_000n - BigInt(Date.UTC(year, 0, 1))) / 86_400_000) + 1;
  const [nzhour, nzmin, nzsec, nzmsec] = [11, 14, 17, 20].map((at) => Number(text.slice(at, at === 20 ? 23 : at + 2)));
  return { nzyear: year, nzjday, nzhour: nzhour!, nzmin: nzmin!, nzsec: nzsec!, nzmsec: nzmsec! };
}

/** Smallest, largest and mean sample. */
function extent(data: Float64Array): [number, number, number] {
  let min = Infinity;
  let max = -Infinity;
  let sum = 0;
  for (const value of data) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
  }
  return data.length === 0 ? [0, 0, 0] : [min, max, sum / data.length];
}

/** All text fields are 8 bytes, but for the event's name; what is undefined says -12345. */
function fillTexts(bytes: Uint8Array, header: Partial<SacHeader>): void {
  const put = (text: string, at: number, length: number) => {
    const padded = text.slice(0, length).padEnd(length);
    for (let i = 0; i < length; i++) bytes[at + i] = padded.charCodeAt(i);
  };
  put('-12345', TEXTS.kstnm[0], 8);
  put('-12345', TEXTS.kevnm[0], 16);
  for (let at = TEXTS.khole[0]; at < HEADER_BYTES; at += 8) put('-12345', at, 8);
  for (const [name, [at, length]] of Object.entries(TEXTS)) {
    const text = header[name as keyof typeof TEXTS];
    if (text !== undefined && text !== '') put(text, at, length);
  }
}
