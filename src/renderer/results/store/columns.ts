import type { ComponentOutcome, PairOutcome } from '@/core/model';
import { bytesOf, reserve } from './arrays';
import { Names } from './names';
import { Slots } from './slots';

/** Status of a pair as a number; 0 is a place that was not filled yet. */
export const STATUS = { none: 0, done: 1, empty: 2, failed: 3 } as const;

const pairArrays = () => ({
  event: new Int32Array(0),
  station: new Int32Array(0),
  status: new Uint8Array(0),
  misfit: new Float64Array(0),
  windows: new Float64Array(0),
  distance: new Float64Array(0),
  azimuth: new Float64Array(0),
  backazimuth: new Float64Array(0),
  /** First row of its windows, and how many rows are kept for them. */
  first: new Int32Array(0),
  room: new Uint16Array(0),
});

const windowArrays = () => ({
  /** Place of the pair; -1 for a row that is free. */
  pair: new Int32Array(0),
  component: new Uint8Array(0),
  /** Place of its period band among several, from 1; 0 where there is one, or nothing tells it. */
  band: new Uint8Array(0),
  /** s after the origin */
  start: new Float64Array(0),
  /** s */
  length: new Float64Array(0),
  cc: new Float64Array(0),
  dt: new Float64Array(0),
  dlnA: new Float64Array(0),
  misfit: new Float64Array(0),
  weight: new Float32Array(0),
});

const missing = (value: number | null | undefined) => value ?? NaN;

/** All pairs and their windows as columns of numbers, NaN where there is none: 54 bytes a window and 60 a pair. Pairs stand
 *  at the places they have in `PairRows`; rows of windows are in order of arrival, a pair's next to each other. */
export class ResultColumns {
  readonly events = new Names();
  readonly stations = new Names();
  readonly components = new Names();
  readonly pairs = pairArrays();
  readonly windows = windowArrays();
  /** Places and rows in use, free ones among them. */
  pairCount = 0;
  windowCount = 0;
  private readonly slots = new Slots();
  /** ms since 1970 */
  private readonly origins = new Map<string, number>();

  /** Origin times, ISO 8601, by which windows are counted. */
  setOrigins(events: readonly { id: string; time: string | null }[]): void {
    this.origins.clear();
    for (const { id, time } of events) if (time !== null) this.origins.set(id, Date.parse(time));
  }

  /** Names of the period bands that pairs are measured in. */
  bands: readonly string[] = [];

  /** Puts an outcome at its place, instead of what was there. */
  put(place: number, outcome: PairOutcome): void {
    const { pairs } = this;
    reserve(pairs, place + 1);
    this.pairCount = Math.max(this.pairCount, place + 1);
    pairs.event[place] = this.events.number(outcome.event);
    pairs.station[place] = this.stations.number(outcome.station);
    pairs.status[place] = outcome.status === 'failed' ? STATUS.failed : outcome.nwin === 0 ? STATUS.empty : STATUS.done;
    pairs.misfit[place] = missing(outcome.misfit);
    pairs.windows[place] = outcome.nwin;
    pairs.distance[place] = missing(outcome.distanceKm);
    pairs.azimuth[place] = missing(outcome.azimuthDeg);
    pairs.backazimuth[place] = missing(outcome.backazimuthDeg);
    this.putWindows(place, outcome);
  }

  clear(): void {
    this.pairCount = 0;
    this.windowCount = 0;
    Object.assign(this.pairs, pairArrays());
    Object.assign(this.windows, windowArrays());
    this.slots.clear();
    for (const names of [this.events, this.stations, this.components]) names.clear();
  }

  /** Bytes of all columns. */
  get bytes(): number {
    return bytesOf(this.pairs) + bytesOf(this.windows);
  }

  private putWindows(place: number, outcome: PairOutcome): void {
    const { pairs, windows } = this;
    let needed = 0;
    for (const name in outcome.components) needed += outcome.components[name].windows.length;
    if (needed > pairs.room[place]) this.move(place, needed);
    const origin = this.origins.get(outcome.event) ?? NaN;
    const end = pairs.first[place] + pairs.room[place];
    let row = pairs.first[place];
    for (const name in outcome.components) {
      row = this.fill(row, place, this.components.number(name), outcome.components[name], origin);
    }
    windows.pair.fill(-1, row, end);
  }

  /** Gives a pair other rows, that are enough. */
  private move(place: number, needed: number): void {
    const { pairs, windows } = this;
    const [first, room] = [pairs.first[place], pairs.room[place]];
    if (room > 0) {
      windows.pair.fill(-1, first, first + room);
      this.slots.give(first, room);
    }
    const free = this.slots.take(needed);
    pairs.room[place] = needed;
    pairs.first[place] = free ?? this.windowCount;
    if (free === null) {
      this.windowCount += needed;
      reserve(windows, this.windowCount);
    }
  }

  private fill(row: number, place: number, component: number, outcome: ComponentOutcome, origin: number): number {
    const { windows } = this;
    const { delta, starttime } = outcome.trace;
    const offset = outcome.windows.length > 0 ? (Date.parse(starttime) - origin) / 1000 : 0;
    for (const { left, right, cc, dt, dlnA, weight, misfit, band } of outcome.windows) {
      windows.pair[row] = place;
      windows.component[row] = component;
      windows.band[row] = band === undefined ? 0 : band + 1;
      windows.start[row] = offset + left * delta;
      windows.length[row] = (right - left) * delta;
      windows.cc[row] = cc;
      windows.dt[row] = dt;
      windows.dlnA[row] = dlnA;
      windows.misfit[row] = missing(misfit);
      windows.weight[row] = weight;
      row++;
    }
    return row;
  }
}
