/**
 * Lines of two columns, time and amplitude, as numbers (src/formats/text/columns.ts): the second column of every plain line,
 * correctly rounded. What is not plain (a comment, an empty line, more columns, no number, one of too many digits) is left
 * to the reader in TypeScript, which knows the errors. `npm run kernels` compiles this.
 */
import { LARGEST_POWER, LOW, productError } from './doubleDouble';

/** 2^53: integers up to here are float64 exactly. */
const EXACT: u64 = 1 << 53;
/** Relative error that bounds a product of two such sums, with a wide margin: 2^-96. */
const UNCERTAIN = 1.262177448353619e-29;

let stopped: usize = 0;
let last: usize = 0;
/** Where the number ends that was read last. */
let numberEnd: usize = 0;

/** Where the last call stopped: at its end, or at the first line that is not plain. */
export function stoppedAt(): usize {
  return stopped;
}

/** Where the last line begins that the last call has read. */
export function lastLine(): usize {
  return last;
}

/** The float64 nearest to mantissa * 10^exponent; NaN where these steps cannot tell. */
function scaled(mantissa: u64, exponent: i32): f64 {
  if (mantissa === 0) return 0;
  if (exponent < -LARGEST_POWER || exponent > LARGEST_POWER) return NaN;
  const power = (<usize>(exponent + LARGEST_POWER)) << 3;
  const high = <f64>mantissa;
  if (mantissa <= EXACT && exponent >= -22 && exponent <= 22) {
    // Both factors are exact, so one operation rounds once (Clinger 1990).
    return exponent < 0 ? high / load<f64>((<usize>(LARGEST_POWER - exponent)) << 3) : high * load<f64>(power);
  }
  const low = <f64>(<i64>(mantissa - <u64>high));
  const factor = load<f64>(power);
  const product = high * factor;
  const rest = productError(high, factor, product) + (high * load<f64>(power + LOW) + low * factor);
  const value = product + rest;
  if (!(value > 1e-250 && value < 1e250)) return NaN;
  const tail = product - value + rest;
  const margin = value * UNCERTAIN;
  // Rounded surely only where the whole interval of the true value rounds to the same float64.
  return value + (tail + margin) === value && value + (tail - margin) === value ? value : NaN;
}

/** Whether eight bytes are digits. */
function areDigits(bytes: u64): bool {
  return (((bytes + 0x4646464646464646) | (bytes - 0x3030303030303030)) & 0x8080808080808080) === 0;
}

/** The number that eight digits are, the first in the lowest byte (Lemire 2021, Number parsing at a gigabyte a second). */
function eightDigits(bytes: u64): u64 {
  const pairs = (bytes - 0x3030303030303030) * 10 + ((bytes - 0x3030303030303030) >> 8);
  return (
    ((pairs & 0x000000ff000000ff) * 0x000f424000000064 + ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >>
    32
  );
}

function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}

/** Space, tab, carriage return. */
function isBlank(byte: u32): bool {
  return byte === 32 || byte === 9 || byte === 13;
}

/** Where the word that begins here ends: at a blank, the line's end or another control character. */
function endOfWord(at: usize): usize {
  let outside = i8x16.bitmask(i8x16.le_u(v128.load(at), i8x16.splat(32)));
  while (outside === 0) {
    at += 16;
    outside = i8x16.bitmask(i8x16.le_u(v128.load(at), i8x16.splat(32)));
  }
  return at + <usize>ctz(outside);
}

/** Reads a number; NaN for what is none, or not plain. `numberEnd` tells where it ends. */
function readNumber(at: usize): f64 {
  let byte: u32 = load<u8>(at);
  const isNegative = byte === 45;
  if (isNegative || byte === 43) byte = load<u8>(++at);

  let mantissa: u64 = 0;
  let significant: i32 = 0;
  let exponent: i32 = 0;
  const digits = at;
  for (; isDigit(byte); byte = load<u8>(++at)) {
    mantissa = mantissa * 10 + <u64>(byte - 48);
    if (mantissa !== 0) significant++;
  }
  let read = <i32>(at - digits);
  if (byte === 46) {
    const point = ++at;
    for (let eight = load<u64>(at); areDigits(eight) && significant < 12; eight = load<u64>(at)) {
      mantissa = mantissa * 100000000 + eightDigits(eight);
      if (mantissa !== 0) significant += 8;
      at += 8;
    }
    for (byte = load<u8>(at); isDigit(byte); byte = load<u8>(++at)) {
      mantissa = mantissa * 10 + <u64>(byte - 48);
      if (mantissa !== 0) significant++;
    }
    exponent = -(<i32>(at - point));
    read -= exponent;
  }
  // Nineteen digits are below 2^64.
  if (read === 0 || significant > 19) return NaN;

  if ((byte | 32) === 101 || (byte | 32) === 100) {
    byte = load<u8>(++at);
    const isBelow = byte === 45;
    if (isBelow || byte === 43) byte = load<u8>(++at);
    if (!isDigit(byte)) return NaN;
    let written: i32 = 0;
    for (; isDigit(byte); byte = load<u8>(++at)) if (written < 100000) written = written * 10 + <i32>(byte - 48);
    exponent += isBelow ? -written : written;
  }
  numberEnd = at;
  const value = scaled(mantissa, exponent);
  return isNegative ? -value : value;
}

/** The first number of a line; NaN for what is none, or not plain. Blanks may precede it, and one must follow. */
export function timeAt(line: usize): f64 {
  while (isBlank(load<u8>(line))) line++;
  const value = readNumber(line);
  return isBlank(load<u8>(numberEnd)) ? value : NaN;
}

/** Reads whole lines.
 *  @param from address of the first byte of a line
 *  @param to   address after the last one, which is a line's end; 16 bytes behind it may be read
 *  @param out  address where the amplitudes go, as float64
 *  @returns how many lines were read; `stoppedAt` and `lastLine` tell more */
export function readLines(from: usize, to: usize, out: usize): i32 {
  const begin = out;
  let line = from;
  while (line < to) {
    let at = line;
    while (isBlank(load<u8>(at))) at++;
    const byte: u32 = load<u8>(at);
    // An empty line, a comment.
    if (byte <= 32 || byte === 35) break;
    at = endOfWord(at);
    while (isBlank(load<u8>(at))) at++;
    const value = readNumber(at);
    if (isNaN(value)) break;
    at = numberEnd;
    while (isBlank(load<u8>(at))) at++;
    if (load<u8>(at) !== 10) break;
    store<f64>(out, value);
    out += 8;
    last = line;
    line = at + 1;
  }
  stopped = line;
  return <i32>((out - begin) >> 3);
}
