import { mergeInto, placeOrder, rowTest, type PlaceOrder, type RowFilter, type Sorting } from './order';
import type { PairRow, PairRows, RowStatus } from './rows';

/** Rows that are filtered and sorted in one go: some milliseconds of work. More are spread over tasks, while the old
 *  order stays in sight. */
const SLICE = 1_500;

/** Places in the store, filtered and sorted; all rows before `next` were looked at. */
interface Arrangement {
  order: number[];
  next: number;
}

/** The visible order of the rows. News are merged in rather than sorted again, and listeners hear of them some times a
 *  second. */
export class PairView {
  /** Rows by status, of all rows. */
  readonly counts: Record<RowStatus, number> = { done: 0, empty: 0, failed: 0 };
  /** Grows with every change that the table must draw. */
  private version = 0;
  private shown: Arrangement = { order: [], next: 0 };
  /** The arrangement by a new filter or sorting, until it has caught up. */
  private pending: Arrangement | null = null;
  private test: ((row: PairRow) => boolean) | null = null;
  private compare: PlaceOrder;
  private readonly statuses: RowStatus[] = [];
  private replaced: number[] = [];
  private asked = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly store: PairRows,
    /** Calls back when it is time to show news; at once, in a task of its own, where it is urgent. */
    private readonly inTurn: (action: () => void, urgent: boolean) => void,
  ) {
    this.compare = placeOrder(store.rows, null);
    store.listen((change) => {
      if (change.kind === 'cleared') this.reset();
      else {
        this.replaced.push(...change.replaced);
        this.ask();
      }
    });
  }

  /** Places in `store.rows`, top to bottom. */
  get order(): readonly number[] {
    return this.shown.order;
  }

  /** All rows that the view knows of, shown or not. */
  get total(): number {
    return this.statuses.length;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getVersion = (): number => this.version;

  setFilter(filter: RowFilter): void {
    this.test = rowTest(filter);
    this.arrange();
  }

  setSorting(sorting: Sorting | null): void {
    this.compare = placeOrder(this.store.rows, sorting);
    this.arrange();
  }

  private arrange(): void {
    this.pending = { order: [], next: 0 };
    this.step();
  }

  private reset(): void {
    Object.assign(this.counts, { done: 0, empty: 0, failed: 0 });
    this.statuses.length = 0;
    this.replaced = [];
    this.pending = null;
    this.shown = { order: [], next: 0 };
    this.publish();
  }

  private ask(urgent = false): void {
    if (this.asked) return;
    this.asked = true;
    this.inTurn(() => {
      this.asked = false;
      this.step();
    }, urgent);
  }

  private step(): void {
    const { rows } = this.store;
    const replaced = this.replaced;
    this.replaced = [];
    this.count(replaced);
    const list = this.pending ?? this.shown;
    this.revise(list, replaced);
    this.take(list, Math.min(rows.length, list.next + SLICE));
    if (list.next < rows.length) this.ask(true);
    else if (this.pending) {
      this.shown = this.pending;
      this.pending = null;
    }
    // Until the new arrangement is whole the old one stays in sight, and there is nothing to draw.
    if (this.pending === null) this.publish();
  }

  private count(replaced: number[]): void {
    const { rows } = this.store;
    for (const place of replaced) {
      const before = this.statuses[place];
      if (before === undefined) continue;
      this.counts[before]--;
      this.counts[(this.statuses[place] = rows[place]!.status)]++;
    }
    for (let place = this.statuses.length; place < rows.length; place++) {
      this.statuses.push(rows[place]!.status);
      this.counts[rows[place]!.status]++;
    }
  }

  /** Puts rows that changed where they belong now. */
  private revise(list: Arrangement, replaced: number[]): void {
    const known = new Set(replaced.filter((place) => place < list.next));
    if (known.size === 0) return;
    list.order = list.order.filter((place) => !known.has(place));
    this.merge(list, [...known]);
  }

  private take(list: Arrangement, end: number): void {
    const places = Array.from({ length: end - list.next }, (_, i) => list.next + i);
    list.next = end;
    this.merge(list, places);
  }

  private merge(list: Arrangement, places: number[]): void {
    const { rows } = this.store;
    const { test } = this;
    const passing = test === null ? places : places.filter((place) => test(rows[place]!));
    list.order = mergeInto(list.order, passing, this.compare);
  }

  private publish(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
