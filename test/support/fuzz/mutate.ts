type Random = () => number;

/** What parsers stumble over: numbers at and beyond every limit, half of something, and another format's first bytes. */
const TOKENS = [
  ...['NaN', 'Infinity', '-inf', '1e999', '1e-999', '-1', '0', '1e30', '4294967296', '99999999999999999999', '0x10'],
  ...['1.d400', '--1', '1.2.3', '', ' ', '\n', '\r\n', '\t', '\0', '\u00e9', '\ufeff', '<', '>', '&', '&lol;', ']]>'],
  ...['<!DOCTYPE a>', '<a>', '</a>', '<!--', '*', '?', '../..', '/etc/passwd', '2018-02-30T25:61:61', '9999-12-31'],
  ...['-9999-01-01', 'ZEROS 1000', 'TIMESERIES ', 'B053F07', '# ', '!', ':', '='],
];
/** Values that a binary field may be set to, in two, four and eight bytes. */
const INTEGERS = [0, 1, -1, 0x7fff, 0x7fffffff, -0x80000000, 0x10000];
const FLOATS = [NaN, Infinity, -Infinity, 1e38, -1e38, 1e-40, 0, -0, 1e300];

/** A damaged copy: one to four changes, each of a kind that happens or that somebody may think of. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let changed: Uint8Array = bytes.slice();
  for (let count = 1 + below(random, 4); count > 0; count--) changed = change(changed, other, random);
  return changed;
}

function change(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  // Half of the damage goes where headers are.
  const at = below(random, random() < 0.5 ? Math.min(512, bytes.length) : bytes.length);
  const length = 1 + below(random, random() < 0.9 ? 16 : 600);
  switch (below(random, 9)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return join(bytes.subarray(0, at), bytes.subarray(at + length));
    case 2:
      return join(bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at));
    case 3:
      return join(bytes.subarray(0, at), other.subarray(below(random, other.length)).subarray(0, length));
    case 4:
      return bytes.fill([0, 255, 32, 48][below(random, 4)]!, at, at + length);
    case 5:
      return setField(bytes, at & ~3, random);
    case 6:
      return replaceWord(bytes, at, random);
    case 7:
      return join(bytes.subarray(0, at), text(pick(TOKENS, random)), bytes.subarray(at));
    default:
      for (let i = 0; i < 4 && at + i < bytes.length; i++) bytes[at + i]! ^= 1 << below(random, 8);
      return bytes;
  }
}

function setField(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = random() < 0.5;
  if (at + 8 > bytes.length) return bytes;
  const kind = below(random, 4);
  if (kind === 0) view.setInt16(at, pick(INTEGERS, random), littleEndian);
  else if (kind === 1) view.setInt32(at, pick(INTEGERS, random), littleEndian);
  else if (kind === 2) view.setFloat32(at, pick(FLOATS, random), littleEndian);
  else view.setFloat64(at, pick(FLOATS, random), littleEndian);
  return bytes;
}

/** Puts something else in place of the word or number at a byte. */
function replaceWord(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const isInside = (byte: number | undefined) => byte !== undefined && byte > 32 && byte !== 60 && byte !== 62;
  let from = at;
  let to = at;
  while (isInside(bytes[from - 1])) from--;
  while (isInside(bytes[to])) to++;
  return join(bytes.subarray(0, from), text(pick(TOKENS, random)), bytes.subarray(to));
}

const below = (random: Random, n: number) => Math.floor(random() * n);
const pick = <T>(list: readonly T[], random: Random) => list[below(random, list.length)]!;
const text = (value: string) => new TextEncoder().encode(value);

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
