/**
 * Lines of time and amplitude as C's `%.18e` writes them (src/formats/specfem/adjointFile.ts), by the steps of
 * src/formats/text/formatNumber.ts: the same bytes. A value whose rounding these steps leave in doubt, or whose power of ten
 * is not in the tables, ends the call, and is left to the writer in TypeScript. `npm run kernels` compiles this.
 */
import { LARGEST_POWER, LOW, productError } from './doubleDouble';

/** Digits behind the point. */
const DIGITS = 18;
/** What stands behind the time in a line of zero amplitude: a space, the amplitude, the line's end, in bytes. */
const ZERO_LENGTH: usize = 26;

let written: i32 = 0;

/** How many lines the last call has written. */
export function linesWritten(): i32 {
  return written;
}

/** Eight digits of a number below 10^8, the first in the lowest byte: halves, quarters and eighths side by side. */
function eightBytes(value: u32): u64 {
  const upper = value / 10000;
  const fours = (<u64>upper) | ((<u64>(value - upper * 10000)) << 32);
  const hundreds = ((fours * 10486) >> 20) & 0x0000007f0000007f;
  const twos = hundreds | ((fours - hundreds * 100) << 16);
  const tens = ((twos * 103) >> 10) & 0x000f000f000f000f;
  return (tens | ((twos - tens * 10) << 8)) + 0x3030303030303030;
}

/** @returns where the number ends, or 0 for one in doubt */
function writeNumber(value: f64, out: usize): usize {
  let at = out;
  if (value < 0) store<u8>(at++, 45);
  const size = Math.abs(value);
  // That of the power of two below, which is right or one too small.
  let exponent = ((<i32>(reinterpret<u64>(size) >> 52) - 1023) * 78913) >> 18;
  let product: f64 = 0;
  let rest: f64 = 0;
  for (;;) {
    const shift = DIGITS - exponent;
    if (shift < -LARGEST_POWER || shift > LARGEST_POWER) return 0;
    const power = (<usize>(shift + LARGEST_POWER)) << 3;
    const factor = load<f64>(power);
    if (factor === 0) return 0;
    product = size * factor;
    rest = productError(size, factor, product) + size * load<f64>(power + LOW);
    if (product + rest < 1e19) break;
    exponent++;
  }
  if (product < 1.0000000001e18 || product > 9.999999999e18) return 0;
  const whole = Math.floor(rest);
  const part = rest - whole;
  if (Math.abs(part - 0.5) < 1e-6) return 0;
  const digits = <u64>product + <u64>(<i64>whole) + (part > 0.5 ? 1 : 0);

  const first = <u32>(digits / 10000000000000000);
  const sixteen = digits - <u64>first * 10000000000000000;
  const middle = <u32>(sixteen / 100000000);
  // d.dd, then twice eight digits.
  const leading = first / 100;
  const others = first - leading * 100;
  store<u16>(at, <u16>(leading + 0x2e30));
  store<u16>(at + 2, <u16>(others / 10 + ((others % 10) << 8) + 0x3030));
  store<u64>(at + 4, eightBytes(middle));
  store<u64>(at + 12, eightBytes(<u32>(sixteen - <u64>middle * 100000000)));
  store<u16>(at + 20, exponent < 0 ? 0x2d65 : 0x2b65);
  at += 22;
  let power = <u32>abs(exponent);
  if (power >= 100) {
    store<u8>(at++, <u8>(48 + power / 100));
    power %= 100;
  }
  store<u16>(at, <u16>(power / 10 + ((power % 10) << 8) + 0x3030));
  return at + 2;
}

/** How many amplitudes are zero, without a sign, before the first that is not. */
export function leadingZeros(values: usize, count: i32): i32 {
  let zeros: i32 = 0;
  while (zeros < count && load<u64>(values + ((<usize>zeros) << 3)) === 0) zeros++;
  return zeros;
}

/** Writes lines until one is in doubt, or its amplitude is zero.
 *  @param values address of the amplitudes, float64
 *  @param count  of them
 *  @param lines  address of the lines as they are where the amplitude is zero
 *  @param begins address of where each of them begins, from the first, as uint32, and of the end of the last
 *  @param out    address where the lines go; 16 bytes behind each may be written
 *  @returns the address behind the last line; `linesWritten` tells how many there are */
export function writeLines(values: usize, count: i32, lines: usize, begins: usize, out: usize): usize {
  written = 0;
  for (; written < count; written++, values += 8, begins += 4) {
    const line = lines + <usize>load<u32>(begins);
    const time = lines + <usize>load<u32>(begins + 4) - ZERO_LENGTH - line;
    // A time has 24 to 27 bytes.
    v128.store(out, v128.load(line));
    v128.store(out + 16, v128.load(line + 16));
    store<u8>(out + time, 32);
    const value = load<f64>(values);
    if (value === 0) break;
    const end = writeNumber(value, out + time + 1);
    if (end === 0) break;
    store<u8>(end, 10);
    out = end + 1;
  }
  return out;
}

/** Writes lines of zero amplitude until a time is in doubt.
 *  @param values address of the times, float64
 *  @param count  of them
 *  @param zero   address of what stands behind the time: a space, the amplitude, the line's end; 32 bytes are read
 *  @param ends   address where the lines' ends go, as uint32
 *  @param begin  where the first line begins, for these
 *  @param out    address where the lines go; 32 bytes behind each may be written
 *  @returns the address behind the last line; `linesWritten` tells how many there are */
export function writeZeroLines(values: usize, count: i32, zero: usize, ends: usize, begin: u32, out: usize): usize {
  const base = out;
  written = 0;
  for (; written < count; written++, values += 8, ends += 4) {
    const end = writeNumber(load<f64>(values), out);
    if (end === 0) break;
    v128.store(end, v128.load(zero));
    v128.store(end + 16, v128.load(zero + 16));
    out = end + ZERO_LENGTH;
    store<u32>(ends, begin + <u32>(out - base));
  }
  return out;
}
