import { HASH, NEWLINE } from './ascii';
import { columnLines } from './columnLines';
import { FormatError } from '../error';
import { parseNumber } from './parseNumber';

/** Two columns of text, time and amplitude. */
export interface Columns {
  /** The second column. */
  data: Float64Array;
  /** Of the first column its first, second and last values. */
  first: number;
  second: number;
  last: number;
}

/** Reads two columns of numbers. Lines that are empty or begin with `#` are passed over.
 *  @param file named in errors
 *  @throws FormatError naming the line, where there are fewer than two lines of numbers, or another number of columns */
export function readColumns(bytes: Uint8Array, file: string): Columns {
  return new ColumnReader(bytes, file).read();
}

class ColumnReader {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  #data: Float64Array<ArrayBuffer>;
  #count = 0;
  /** Where the first line of numbers begins, and the last. */
  #first = 0;
  #last = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#file = file;
    this.#data = new Float64Array(roomFor(bytes));
  }

  read(): Columns {
    const { length } = this.#bytes;
    const plain = columnLines();
    for (let at = 0; at < length; at = this.#readLine(at)) {
      let lines = plain?.read(this.#bytes, at);
      while (lines) {
        this.#take(lines.amplitudes, at);
        this.#last = lines.last;
        at = lines.end;
        lines = plain?.read(this.#bytes, at);
      }
    }
    const n = this.#count;
    if (n < 2) {
      throw new FormatError(this.#file, '', `expected at least two lines of time and amplitude, found ${n}`);
    }
    const data = n === this.#data.length ? this.#data : this.#data.slice(0, n);
    const time = (line: number) => this.#readTime(line);
    return { data, first: time(this.#first), second: time(this.#secondLine()), last: time(this.#last) };
  }

  /** Reads one line. @returns where the next one begins */
  #readLine(begin: number): number {
    const bytes = this.#bytes;
    const timeFrom = this.#skipBlanks(begin);
    if (this.#endsAt(timeFrom)) return timeFrom + 1;
    if (bytes[timeFrom] === HASH) {
      const end = bytes.indexOf(NEWLINE, timeFrom);
      return end < 0 ? bytes.length : end + 1;
    }
    const from = this.#skipBlanks(this.#wordEnd(timeFrom));
    const to = this.#wordEnd(from);
    const value = from < to ? parseNumber(bytes, from, to) : NaN;
    if (!Number.isFinite(value)) throw this.#badLine(from, to);
    const end = this.#skipBlanks(to);
    if (!this.#endsAt(end)) {
      const message = 'expected two columns, time and amplitude, but there are more';
      throw new FormatError(this.#file, this.#place(begin), message);
    }
    this.#take([value], begin);
    this.#last = begin;
    return end + 1;
  }

  /** @param begin where the first of their lines begins */
  #take(amplitudes: ArrayLike<number>, begin: number): void {
    if (this.#count === 0) this.#first = begin;
    const needed = this.#count + amplitudes.length;
    if (needed > this.#data.length) {
      const larger = new Float64Array(Math.max(needed, 2 * this.#data.length));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data.set(amplitudes, this.#count);
    this.#count = needed;
  }

  /** Where the second line of numbers begins: the first that is not passed over. */
  #secondLine(): number {
    let line = this.#bytes.indexOf(NEWLINE, this.#first) + 1;
    for (;;) {
      const at = this.#skipBlanks(line);
      if (!this.#endsAt(at) && this.#bytes[at] !== HASH) return line;
      line = this.#bytes.indexOf(NEWLINE, at) + 1;
    }
  }

  #readTime(line: number): number {
    const plain = columnLines()?.time(this.#bytes, line);
    if (plain !== undefined && !Number.isNaN(plain)) return plain;
    const from = this.#skipBlanks(line);
    const to = this.#wordEnd(from);
    const time = parseNumber(this.#bytes, from, to);
    if (!Number.isFinite(time)) throw this.#badLine(from, to);
    return time;
  }

  #skipBlanks(from: number): number {
    let at = from;
    while (at < this.#bytes.length && isBlank(this.#bytes[at]!)) at++;
    return at;
  }

  #wordEnd(from: number): number {
    let at = from;
    while (at < this.#bytes.length && this.#bytes[at]! > 32) at++;
    return at;
  }

  #endsAt(at: number): boolean {
    return at >= this.#bytes.length || this.#bytes[at] === NEWLINE;
  }

  #badLine(from: number, to: number): FormatError {
    const text = new TextDecoder('latin1').decode(this.#bytes.subarray(from, Math.min(to, from + 40)));
    const hint = /^[+-]?(nan|inf)/i.test(text) ? '; the simulation probably became unstable' : '';
    return new FormatError(this.#file, this.#place(from), `expected a number, found "${text}"${hint}`);
  }

  /** The line that a byte stands in. */
  #place(at: number): string {
    let line = 1;
    for (let i = 0; i < at; i++) if (this.#bytes[i] === NEWLINE) line++;
    return `line ${line}`;
  }
}

/** About how many lines there are, were all as long as the second one: the first may be a comment. */
function roomFor(bytes: Uint8Array): number {
  const first = bytes.indexOf(NEWLINE) + 1;
  const second = bytes.indexOf(NEWLINE, first) + 1;
  return second > first ? Math.ceil((1.01 * bytes.length) / (second - first)) + 2 : 2;
}

/** Space, tab, carriage return: what may stand between and behind columns. */
function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}
