import { AMPLITUDE_KERNEL } from '../text/amplitudeKernel';
import { LARGEST_POWER, powerHigh, powerLow } from '../text/doubleDouble';
import { FORMATTED_LENGTH } from '../text/formatNumber';

const PAGE = 65_536;
/** Lines at a time: what stays in the processor's cache. */
const MOST = 1024;
const TABLES = 8 * (2 * LARGEST_POWER + 1);
const ZERO = 2 * TABLES;
const VALUES = 2 ** 13;
const BEGINS = VALUES + 8 * MOST;
const LINES = BEGINS + 8 * MOST;
/** Time and amplitude, a space and the line's end. */
const LONGEST = 2 * FORMATTED_LENGTH + 2;
const OUT = LINES + MOST * LONGEST + 32;
const PAGES = Math.ceil((OUT + MOST * LONGEST + 32) / PAGE);

/** Lines of one time column as they are where the amplitude is zero. */
export interface ZeroLines {
  text: Uint8Array;
  /** Where each line begins, and the end of the last. */
  begins: Uint32Array;
}

/** Lines that were written together. */
export interface WrittenLines {
  count: number;
  /** Good until the next call. */
  text: Uint8Array;
}

/** What stands behind the time in a line of zero amplitude. */
export const ZERO_AMPLITUDE = new TextEncoder().encode(' 0.000000000000000000e+00\n');

type Kernel = Record<
  'leadingZeros' | 'writeLines' | 'writeZeroLines' | 'linesWritten',
  (...values: number[]) => number
>;

/** Writes lines of time and amplitude by WebAssembly (tools/kernels/amplitudes.ts), a piece at a time. */
export class AmplitudeLines {
  readonly #kernel: Kernel;
  readonly #buffer: ArrayBuffer;
  readonly #bytes: Uint8Array;
  readonly #tables: Float64Array;
  readonly #values: Float64Array;

  /** @throws Error where the platform has no WebAssembly with SIMD, or no room */
  constructor() {
    const memory = new WebAssembly.Memory({ initial: PAGES });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(AMPLITUDE_KERNEL), { env: { memory } });
    this.#kernel = instance.exports as Kernel;
    this.#buffer = memory.buffer;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#tables = new Float64Array(memory.buffer, 0, (2 * TABLES) / 8);
    this.#values = new Float64Array(memory.buffer, VALUES, MOST);
    this.#bytes.set(ZERO_AMPLITUDE, ZERO);
  }

  /** How many amplitudes from one on are zero, without a sign; no more than a piece. */
  zerosFrom(data: Float64Array, from: number): number {
    const count = Math.min(data.length - from, MOST);
    this.#values.set(data.subarray(from, from + count));
    return this.#kernel.leadingZeros(VALUES, count);
  }

  /** Writes on until an amplitude is left in doubt, or is zero, or a piece is through.
   *  @param data amplitudes */
  write(data: Float64Array, from: number, { text, begins }: ZeroLines): WrittenLines {
    const end = Math.min(data.length, from + MOST);
    this.#take(data.subarray(from, end));
    new Uint32Array(this.#buffer, BEGINS, end + 1 - from).set(begins.subarray(from, end + 1));
    this.#bytes.set(text.subarray(begins[from], begins[end]), LINES);
    const stopped = this.#kernel.writeLines(VALUES, end - from, LINES - begins[from]!, BEGINS, OUT);
    return this.#written(stopped);
  }

  /** Writes lines of zero amplitude until a time is left in doubt, or a piece is through.
   *  @param begin where the first line is to begin
   *  @returns beside the lines where each ends, good until the next call */
  writeZeros(times: Float64Array, begin: number): WrittenLines & { ends: Uint32Array } {
    const count = Math.min(times.length, MOST);
    this.#take(times.subarray(0, count));
    const written = this.#written(this.#kernel.writeZeroLines(VALUES, count, ZERO, BEGINS, begin, OUT));
    return { ...written, ends: new Uint32Array(this.#buffer, BEGINS, written.count) };
  }

  #take(values: Float64Array): void {
    // Powers of ten that were wanted since.
    this.#tables.set(powerHigh);
    this.#tables.set(powerLow, powerHigh.length);
    this.#values.set(values);
  }

  #written(stopped: number): WrittenLines {
    return { count: this.#kernel.linesWritten(), text: this.#bytes.subarray(OUT, stopped) };
  }
}

let writer: AmplitudeLines | null | undefined;

/** The writer of lines, made at its first use; null where the platform cannot have one. */
export function amplitudeLines(): AmplitudeLines | null {
  if (writer === undefined) {
    try {
      writer = new AmplitudeLines();
    } catch {
      // A policy that forbids it, or an old processor: lines are then written one by one.
      writer = null;
    }
  }
  return writer;
}
