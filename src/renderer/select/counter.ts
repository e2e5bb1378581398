import { isLimiting, isReady, type PairKey, type PairLimits } from '@/core/model';
import { PairSieve, type Place } from '@/core/geodesy';
import { FIRST_CELL, type ProjectOverview } from '@/api';
import { countKinds, DONE, KINDS, OUTSIDE, type PairCounts } from './plan';

export type CountedProject = Pick<ProjectOverview, 'events' | 'stations' | 'availability'>;

export interface CountedSelection {
  events: ReadonlySet<string>;
  stations: ReadonlySet<string>;
  limits: PairLimits;
  withResponse: boolean;
}

export interface Counted {
  counts: PairCounts;
  /** Cells by their bits. */
  histogram: Float64Array;
  /** The first pair that can run. */
  first: PairKey | null;
}

export const placeOf = ({
  latitude,
  longitude,
}: {
  latitude: number | null;
  longitude: number | null;
}): Place | null => (latitude === null || longitude === null ? null : { latitude, longitude });

const encoder = new TextEncoder();

/** Cells of a row as bytes. To look at each character takes ten times as long.
 *  @param bytes of a multiple of four, to be filled */
function unpack(cells: string, bytes: Uint8Array): void {
  bytes.fill(FIRST_CELL);
  encoder.encodeInto(cells, bytes);
  const fours = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const first = 0x01010101 * FIRST_CELL;
  for (let i = 0; i < fours.length; i++) fours[i]! -= first;
}

/** The pairs of a project as bytes, row after row: what there is of each, and whether it is done. Bytes and limits are
 *  worked out row by row where they are asked for, and kept: there may be millions of pairs. */
export class PairCells {
  readonly columns: number;
  /** Bytes of a row: a multiple of four. */
  readonly #stride: number;
  /** Rows that were unpacked. */
  readonly #rows: (Uint8Array | undefined)[];
  readonly #project: CountedProject;
  readonly #lines: Map<string, number>;
  readonly #places: Map<string, number>;
  #done: number[] = [];
  #limits: PairLimits | null = null;
  #sieve: PairSieve | null = null;
  #within = new Uint8Array(0);
  #known = new Uint8Array(0);

  constructor(project: CountedProject) {
    this.#project = project;
    this.columns = project.stations.length;
    this.#stride = 4 * Math.ceil(this.columns / 4);
    this.#rows = Array<undefined>(project.events.length).fill(undefined);
    this.#lines = new Map(project.events.map(({ id }, row) => [id, row]));
    this.#places = new Map(project.stations.map(({ code }, column) => [code, column]));
  }

  /** AVAILABLE bits, APART, and DONE of the cells of a row. */
  row(row: number): Uint8Array {
    let bits = this.#rows[row];
    if (bits === undefined) {
      this.#rows[row] = bits = new Uint8Array(this.#stride);
      unpack(this.#project.availability[row] ?? '', bits);
      // What fills the last four up is of no kind of its own.
      bits.fill(bits[this.columns - 1]!, this.columns);
    }
    return bits;
  }

  /** What there is of any pair, a row at a step: 1 at the bits of cells that occur, done or not, within the limits or not;
   *  0 at others. */
  *kinds(): Generator<undefined, Uint8Array> {
    const kinds = new Uint8Array(KINDS);
    let last = -1;
    for (let row = 0; row < this.#rows.length; row++) {
      for (const four of new Uint32Array(this.row(row).buffer)) {
        // Most cells are as those before them.
        if (four === last) continue;
        last = four;
        for (let shift = 0; shift < 32; shift += 8) kinds[(four >> shift) & (DONE - 1)] = 1;
      }
      yield;
    }
    return kinds;
  }

  /** Marks pairs as done, and no others. */
  setDone(pairs: Iterable<PairKey>): void {
    for (const cell of this.#done) this.row(Math.floor(cell / this.columns))[cell % this.columns]! &= ~DONE;
    this.#done = [];
    for (const { event, station } of pairs) {
      const row = this.#lines.get(event);
      const column = this.#places.get(station);
      if (row === undefined || column === undefined) continue;
      this.row(row)[column]! |= DONE;
      this.#done.push(row * this.columns + column);
    }
  }

  setLimits(limits: PairLimits): void {
    const { events, stations } = this.#project;
    if (this.#limits !== null && JSON.stringify(limits) === JSON.stringify(this.#limits)) return;
    this.#limits = limits;
    this.#sieve = isLimiting(limits) ? new PairSieve(limits, stations.map(placeOf)) : null;
    this.#known = new Uint8Array(events.length);
    if (this.#sieve !== null && this.#within.length === 0) this.#within = new Uint8Array(events.length * this.columns);
  }

  /** Whether limits leave anything out. */
  get isLimited(): boolean {
    return this.#sieve !== null;
  }

  /** Whether a pair is within the limits that were set. */
  isWithin(row: number, column: number): boolean {
    if (this.#sieve === null) return true;
    this.#markRow(this.#sieve, row);
    return this.#within[row * this.columns + column] === 1;
  }

  /** Adds a row's selected cells to a histogram.
   *  @returns the first column that can run; -1 where none can */
  addRow(row: number, columns: Uint32Array, withResponse: boolean, histogram: Float64Array): number {
    const bits = this.row(row);
    const offset = row * this.columns;
    const limited = this.#sieve !== null;
    if (this.#sieve !== null) this.#markRow(this.#sieve, row);
    const within = this.#within;
    let first = -1;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      const kind = limited && within[offset + column] === 0 ? bits[column]! | OUTSIDE : bits[column]!;
      histogram[kind]!++;
      if (first < 0 && (kind & OUTSIDE) === 0 && isReady(kind, withResponse)) first = columns[i]!;
    }
    return first;
  }

  #markRow(sieve: PairSieve, row: number): void {
    if (this.#known[row] === 1) return;
    sieve.mark(placeOf(this.#project.events[row]!), this.#within, row * this.columns);
    this.#known[row] = 1;
  }
}

/** Counts the pairs of a selection, one row at a step: whoever asks decides how many steps a frame has room for.
 *  @returns the counts with the last step */
export function* counting(
  project: CountedProject,
  cells: PairCells,
  { events, stations, limits, withResponse }: CountedSelection,
): Generator<undefined, Counted> {
  cells.setLimits(limits);
  const histogram = new Float64Array(KINDS);
  const columns = Uint32Array.from(
    project.stations.flatMap(({ code }, column) => (stations.has(code) ? [column] : [])),
  );
  let first: PairKey | null = null;
  for (const [row, { id }] of project.events.entries()) {
    if (!events.has(id)) continue;
    const column = cells.addRow(row, columns, withResponse, histogram);
    if (column >= 0) first ??= { event: id, station: project.stations[column]!.code };
    yield;
  }
  return { counts: countKinds(histogram, withResponse), histogram, first };
}
