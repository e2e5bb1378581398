import type { Consumer, Reading, Work } from './analysis';
import { IN, LISTED, strides } from './masks';
import { sortByKeys } from './sort';
import type { ResultColumns } from '../store/columns';

/** What a table can be sorted by: a number for each place or row. Made anew for each round, since names come and go. */
export type KeyOf = (columns: ResultColumns) => (index: number) => number;

export interface ListingChoice {
  keyOf: KeyOf | null;
  descending: boolean;
  /** Everything that passes the filter, or only what is selected of it. */
  scope: 'all' | 'selected';
}

/** The places or rows that a table lists, in its order. */
export class Listing implements Consumer {
  order: Uint32Array = new Uint32Array(0);
  /** Before, an empty order says nothing. */
  isKnown = false;
  private next: Uint32Array = this.order;
  private choice: ListingChoice = { keyOf: null, descending: false, scope: 'selected' };

  constructor(private readonly level: 'pair' | 'window') {}

  /** Holds from the next round on. */
  choose(choice: ListingChoice): void {
    this.choice = choice;
  }

  *read({ columns, masks }: Reading): Work {
    const { keyOf, descending, scope } = this.choice;
    const [bits, end] = this.level === 'pair' ? [masks.pairs, masks.pairCount] : [masks.windows, masks.windowCount];
    const wanted = scope === 'all' ? IN : LISTED;
    const items = new Uint32Array(end);
    const keys = new Float64Array(keyOf === null ? 0 : end);
    const key = keyOf?.(columns);
    let n = 0;
    yield* strides(end, (from, to) => {
      for (let i = from; i < to; i++) {
        if (!(bits[i] & wanted)) continue;
        if (key) keys[n] = key(i);
        items[n++] = i;
      }
    });
    this.next = key ? yield* sortByKeys(items, keys, n, descending) : items.subarray(0, n);
  }

  show(): void {
    this.order = this.next;
    this.isKnown = true;
  }
}
