import { bitsAt, type ProjectOverview } from '@/api';
import { needsResponse } from '@/core/config';
import { isReady, type PairKey } from '@/core/model';
import type { EarlierMarks } from '../../pairs/earlier';
import type { PairRow, PairRows } from '../../pairs/rows';

/** What is known of a pair, as a number that fits into a byte. */
export const STATE = { none: 0, lacking: 1, done: 2, empty: 3, failed: 4 } as const;

type Lists = Pick<ProjectOverview, 'events' | 'stations' | 'availability' | 'parameters'>;

/** The results of all pairs of a project, a row an event and a column a station, as typed arrays: a matrix asks for every
 *  cell in sight with every frame. Follows the table's rows. */
export class PairGrid {
  readonly events: string[];
  readonly stations: string[];
  readonly states: Uint8Array;
  /** Only of pairs that are done with windows. */
  readonly misfits: Float32Array;
  readonly windows: Float32Array;
  readonly seconds: Float32Array;
  /** 1 where a pair is worked on now. */
  readonly active: Uint8Array;
  /** 1 where there is a result, of before the run that does the pair again. */
  readonly earlier: Uint8Array;
  private readonly eventRows: Map<string, number>;
  private readonly stationColumns: Map<string, number>;
  /** States without any result. */
  private readonly blank: Uint8Array;
  private activeCells: number[] = [];

  constructor({ events, stations, availability, parameters }: Lists) {
    const withResponse = needsResponse(parameters);
    this.events = events.map(({ id }) => id);
    this.stations = stations.map(({ code }) => code);
    this.eventRows = new Map(this.events.map((id, row) => [id, row]));
    this.stationColumns = new Map(this.stations.map((code, column) => [code, column]));
    const cells = this.events.length * this.stations.length;
    this.blank = new Uint8Array(cells).fill(STATE.lacking);
    availability.forEach((row, place) => {
      const start = place * this.stations.length;
      for (let column = 0; column < row.length; column++) {
        if (isReady(bitsAt(row, column), withResponse)) this.blank[start + column] = STATE.none;
      }
    });
    this.states = this.blank.slice();
    this.active = new Uint8Array(cells);
    this.earlier = new Uint8Array(cells);
    [this.misfits, this.windows, this.seconds] = [1, 2, 3].map(() => new Float32Array(cells)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
  }

  /** Index into the arrays; -1 for a pair that the project's lists do not have. */
  cellOf({ event, station }: PairKey): number {
    const row = this.eventRows.get(event);
    const column = this.stationColumns.get(station);
    return row === undefined || column === undefined ? -1 : row * this.stations.length + column;
  }

  placeOf(pair: PairKey): { row: number; column: number } | null {
    const cell = this.cellOf(pair);
    const width = this.stations.length;
    return cell < 0 ? null : { row: Math.floor(cell / width), column: cell % width };
  }

  /** Takes all rows, then every change of them.
   *  @param changed called after each
   *  @returns a function that stops */
  follow(store: PairRows, marks: EarlierMarks, changed: () => void): () => void {
    for (const row of store.rows) this.put(row, marks);
    const leave = store.listen((change) => {
      if (change.kind === 'cleared') {
        this.states.set(this.blank);
        this.earlier.fill(0);
      } else for (const place of change.places) this.put(store.rows[place]!, marks);
      changed();
    });
    const leaveMarks = marks.subscribe(() => {
      this.earlier.fill(0);
      for (const pair of marks.all()) this.mark(this.cellOf(pair));
      changed();
    });
    return () => {
      leave();
      leaveMarks();
    };
  }

  setActive(pairs: readonly PairKey[]): void {
    for (const cell of this.activeCells) this.active[cell] = 0;
    this.activeCells = pairs.map((pair) => this.cellOf(pair)).filter((cell) => cell >= 0);
    for (const cell of this.activeCells) this.active[cell] = 1;
  }

  /** Only a result can be of before: one may be known to be so before it is there. */
  private mark(cell: number): void {
    if (cell >= 0 && this.states[cell]! > STATE.lacking) this.earlier[cell] = 1;
  }

  private put(row: PairRow, marks: EarlierMarks): void {
    const cell = this.cellOf(row);
    if (cell < 0) return;
    this.states[cell] = STATE[row.status];
    this.misfits[cell] = row.misfit ?? NaN;
    this.windows[cell] = row.windows;
    this.seconds[cell] = row.seconds;
    this.earlier[cell] = 0;
    if (marks.has(row)) this.mark(cell);
  }
}
