import { NEWLINE } from './ascii';
import { COLUMN_KERNEL } from './columnKernel';
import { LARGEST_POWER, power, powerHigh, powerLow } from './doubleDouble';

const PAGE = 65_536;
const TABLES = 8 * (2 * LARGEST_POWER + 1);
const TEXT = 2 ** 14;
/** Bytes of text at a time: what stays in the processor's cache. A line has four bytes at least, `0 0` and its end. */
const LONGEST = 2 ** 17;
const SHORTEST = 2 ** 12;
/** So long a line's time is read. */
const TIME = 64;
const AMPLITUDES = TEXT + LONGEST + 16;
const PAGES = Math.ceil((AMPLITUDES + 2 * LONGEST) / PAGE);

type Kernel = Record<'readLines' | 'timeAt' | 'stoppedAt' | 'lastLine', (...addresses: number[]) => number>;

/** Plain lines of two columns that were read together. */
export interface PlainLines {
  /** The second column, good until the next call. */
  amplitudes: Float64Array;
  /** Where the last of the lines begins, and where the first begins that was not read. */
  last: number;
  end: number;
}

/** Reads plain lines of time and amplitude by WebAssembly (tools/kernels/columns.ts), a piece of text at a time. */
export class ColumnLines {
  readonly #kernel: Kernel;
  readonly #memory: Uint8Array;
  readonly #tables: Float64Array;
  #piece = LONGEST;

  /** @throws Error where the platform has no WebAssembly with SIMD, or no room */
  constructor() {
    const memory = new WebAssembly.Memory({ initial: PAGES });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(COLUMN_KERNEL), { env: { memory } });
    this.#kernel = instance.exports as Kernel;
    this.#memory = new Uint8Array(memory.buffer);
    this.#tables = new Float64Array(memory.buffer, 0, (2 * TABLES) / 8);
    // Those that are float64 exactly: what most numbers need.
    for (let exponent = 0; exponent <= 22; exponent++) power(exponent);
  }

  /** Reads on from where a line begins, until a line is not plain, or a piece is through.
   *  @returns null where the first line is not plain, longer than a piece, or without an end */
  read(bytes: Uint8Array, from: number): PlainLines | null {
    const end = bytes.lastIndexOf(NEWLINE, Math.min(from + this.#piece, bytes.length) - 1) + 1;
    if (end <= from) return null;
    this.#memory.set(bytes.subarray(from, end), TEXT);
    this.#bringPowers();
    const count = this.#kernel.readLines(TEXT, TEXT + end - from, AMPLITUDES);
    const stopped = from + this.#kernel.stoppedAt() - TEXT;
    // Where many lines are not plain, little text is copied for each.
    this.#piece = stopped < end ? SHORTEST : Math.min(4 * this.#piece, LONGEST);
    if (count === 0) return null;
    const amplitudes = new Float64Array(this.#memory.buffer, AMPLITUDES, count);
    return { amplitudes, last: from + this.#kernel.lastLine() - TEXT, end: stopped };
  }

  /** The first number of a line; NaN where it is not plain. */
  time(bytes: Uint8Array, line: number): number {
    this.#memory.set(bytes.subarray(line, line + TIME), TEXT);
    // No blank follows what is longer.
    this.#memory[TEXT + TIME] = NEWLINE;
    this.#bringPowers();
    return this.#kernel.timeAt(TEXT);
  }

  /** Powers of ten that were wanted since. */
  #bringPowers(): void {
    this.#tables.set(powerHigh);
    this.#tables.set(powerLow, powerHigh.length);
  }
}

let reader: ColumnLines | null | undefined;

/** The reader of plain lines, made at its first use; null where the platform cannot have one. */
export function columnLines(): ColumnLines | null {
  if (reader === undefined) {
    try {
      reader = new ColumnLines();
    } catch {
      // A policy that forbids it, or an old processor: lines are then read one by one.
      reader = null;
    }
  }
  return reader;
}
