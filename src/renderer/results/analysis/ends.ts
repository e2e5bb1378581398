import { columnOf, MEASURES, type MeasureKey } from '../measures';
import type { Consumer, Reading, Work } from './analysis';
import { groupValues, type GroupStatistic, type GroupValues } from './groups';
import { IN, SELECTED, strides } from './masks';

export interface EndsChoice {
  measure: MeasureKey;
  statistic: GroupStatistic;
  /** Whether pairs are wanted too. */
  rays: boolean;
}

/** A measure by event, by station and by pair, over the selection, or over all without one. */
export interface Ends {
  choice: EndsChoice;
  events: GroupValues;
  stations: GroupValues;
  /** By place; null unless wanted. */
  pairs: GroupValues | null;
  /** Ends of each place. */
  eventOf: Int32Array;
  stationOf: Int32Array;
}

interface Gathered {
  values: Float64Array;
  places: Int32Array;
  n: number;
}

/** The figures that a map draws. */
export class EndsConsumer implements Consumer {
  shown: Ends | null = null;
  private next: Ends | null = null;

  constructor(private readonly choice: EndsChoice) {}

  *read(reading: Reading): Work {
    const { columns } = reading;
    const { statistic, rays } = this.choice;
    const { values, places, n } = yield* this.gather(reading);
    const [eventOf, stationOf] = [columns.pairs.event, columns.pairs.station];
    const by = (ends: Int32Array) => {
      const groups = new Int32Array(n);
      for (let i = 0; i < n; i++) groups[i] = ends[places[i]];
      return groups;
    };
    const [events, stations] = [columns.events.list.length, columns.stations.list.length];
    this.next = {
      choice: this.choice,
      events: yield* groupValues(values, by(eventOf), n, events, statistic),
      stations: yield* groupValues(values, by(stationOf), n, stations, statistic),
      pairs: rays ? yield* groupValues(values, places, n, reading.masks.pairCount, statistic) : null,
      eventOf,
      stationOf,
    };
  }

  show(): void {
    this.shown = this.next;
  }

  private *gather({ columns, masks }: Reading): Generator<void, Gathered> {
    const { measure } = this.choice;
    const isWindow = MEASURES[measure].level === 'window';
    const [bits, end] = isWindow ? [masks.windows, masks.windowCount] : [masks.pairs, masks.pairCount];
    const wanted = masks.selecting ? SELECTED : IN;
    const found: Gathered = { values: new Float64Array(end), places: new Int32Array(end), n: 0 };
    yield* strides(end, (from, to) => {
      const values = columnOf(columns, measure);
      const { pair } = columns.windows;
      for (let i = from; i < to; i++) {
        const place = isWindow ? pair[i] : i;
        if (!(bits[i] & wanted) || !(values[i] - values[i] === 0) || place < 0 || place >= masks.pairCount) continue;
        found.values[found.n] = values[i];
        found.places[found.n++] = place;
      }
    });
    return found;
  }
}
