import { comparator, mergeInto, rowTest, type RowFilter, type Sorting } from './order';
import type { PairRows, RowsChange, RowStatus } from './rows';

/** The visible order of the rows: filtered and sorted places in `PairRows`. News are merged in rather than sorted
 *  again, and listeners hear of them once per animation frame. */
export class PairView {
  /** Places in `store.rows`, top to bottom. */
  order: number[] = [];
  /** Rows by status, of all rows. */
  counts: Record<RowStatus, number> = { done: 0, empty: 0, failed: 0 };
  /** Grows with every change that the table must draw. */
  version = 0;
  private filter: RowFilter = { text: '', status: null };
  private sorting: Sorting | null = null;
  private waiting: { from: number } | 'all' | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly store: PairRows,
    private readonly onFrame: (action: () => void) => void,
  ) {
    store.listen((change) => this.hear(change));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getVersion = (): number => this.version;

  setFilter(filter: RowFilter): void {
    this.filter = filter;
    this.rebuild();
  }

  setSorting(sorting: Sorting | null): void {
    this.sorting = sorting;
    this.rebuild();
  }

  private hear(change: RowsChange): void {
    const idle = this.waiting === null;
    if (change.kind === 'changed') this.waiting = 'all';
    else if (this.waiting === null) this.waiting = { from: change.from };
    if (idle) this.onFrame(() => this.flush());
  }

  private flush(): void {
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting === 'all') this.rebuild();
    else if (waiting !== null) {
      this.take(waiting.from);
      this.publish();
    }
  }

  private rebuild(): void {
    this.order = [];
    this.counts = { done: 0, empty: 0, failed: 0 };
    this.take(0);
    this.publish();
  }

  /** Counts, filters and places the rows from `from` on. */
  private take(from: number): void {
    const { rows } = this.store;
    const test = rowTest(this.filter);
    const added: number[] = [];
    for (let place = from; place < rows.length; place++) {
      const row = rows[place]!;
      this.counts[row.status]++;
      if (test === null || test(row)) added.push(place);
    }
    if (this.sorting) this.order = mergeInto(rows, this.order, added, comparator(this.sorting));
    else for (const place of added) this.order.push(place);
  }

  private publish(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
