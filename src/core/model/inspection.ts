import type { MomentTensor } from './event';

/** What is there of one event. */
export interface EventSummary {
  id: string;
  /** ISO 8601; null where no source file describes the event. */
  time: string | null;
  latitude: number | null;
  longitude: number | null;
  depthKm: number | null;
  magnitude: number | null;
  momentTensor: MomentTensor | null;
  region: string | null;
  /** Stations that have observed, and synthetic waveforms. */
  observed: number;
  synthetic: number;
  problems: string[];
}

/** What is there of one station. */
export interface StationSummary {
  /** NN.SSS */
  code: string;
  network: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  elevationM: number | null;
  hasResponse: boolean;
  /** Events with observed, and synthetic waveforms. */
  observed: number;
  synthetic: number;
  problems: string[];
}

/** Something wrong with the project as a whole or one file of it, and what to do about it. */
export interface ProjectProblem {
  severity: 'error' | 'warning' | 'info';
  file: string | null;
  message: string;
  advice: string | null;
}

/** Bits of a cell of events by stations: there are observed or synthetic waveforms; the station has a response; event
 *  and station have places. */
export const AVAILABLE = { observed: 1, synthetic: 2, response: 4, metadata: 8 } as const;
/** Bit of a cell: the waveforms of the two sides lie at different times, as no source tells when the event was. */
export const APART = 16;

/** Whether a cell has all that a pair is measured from. */
export function isReady(bits: number, withResponse: boolean): boolean {
  const needed = AVAILABLE.observed | AVAILABLE.synthetic | (withResponse ? AVAILABLE.response : 0);
  return (bits & (needed | APART)) === needed;
}

/** Code of the character of a cell without any bit. It is 0: all bits together make a letter, which JSON leaves as it is. */
export const FIRST_CELL = 48;

/** A row of cells as text, a character each: of millions of cells, it is read from JSON in no time. */
export function packCells(cells: ArrayLike<number>): string {
  return Array.from(cells, (bits) => String.fromCharCode(FIRST_CELL + bits)).join('');
}

/** The bits of a cell of such a row; 0 beyond its end. */
export function bitsAt(row: string | undefined, column: number): number {
  return row !== undefined && column < row.length ? row.charCodeAt(column) - FIRST_CELL : 0;
}
