import type { PairRow, RowStatus } from './rows';

export type SortKey = 'status' | 'event' | 'station' | 'misfit' | 'windows' | 'distanceKm' | 'seconds' | 'reason';

export interface Sorting {
  key: SortKey;
  descending: boolean;
}

const STATUS_ORDER: Record<RowStatus, number> = { failed: 0, empty: 1, done: 2 };

type Compare = (a: PairRow, b: PairRow) => number;

function byText(key: 'event' | 'station' | 'reason'): Compare {
  return (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}

/** Rows without a number come last whichever way the column is sorted. */
function byNumber(key: 'misfit' | 'windows' | 'distanceKm' | 'seconds', sign: number): Compare {
  return (a, b) => {
    const [x, y] = [a[key], b[key]];
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    return sign * (x - y);
  };
}

/** The order of a column; ties fall back to event and station, so that it is total. */
function comparator({ key, descending }: Sorting): Compare {
  const sign = descending ? -1 : 1;
  const text = key === 'event' || key === 'station' || key === 'reason' ? byText(key) : null;
  const first: Compare =
    key === 'status'
      ? (a, b) => sign * (STATUS_ORDER[a.status] - STATUS_ORDER[b.status])
      : text
        ? (a, b) => sign * text(a, b)
        : byNumber(key as 'misfit', sign);
  const [event, station] = [byText('event'), byText('station')];
  return (a, b) => first(a, b) || event(a, b) || station(a, b);
}

/** Compares two places in the list of rows. */
export type PlaceOrder = (a: number, b: number) => number;

/** The order of places under a sorting; of arrival without one. */
export function placeOrder(rows: readonly PairRow[], sorting: Sorting | null): PlaceOrder {
  if (sorting === null) return (a, b) => a - b;
  const compare = comparator(sorting);
  return (a, b) => compare(rows[a]!, rows[b]!);
}

/** Merges places `added`, in any order, into `sorted`, which is in order already and may be changed. Their places are
 *  found by bisection and what lies between is copied: m log n comparisons for m news among n. */
export function mergeInto(sorted: number[], added: number[], compare: PlaceOrder): number[] {
  if (added.length === 0) return sorted;
  added.sort(compare);
  if (sorted.length === 0) return added;
  if (compare(sorted.at(-1)!, added[0]!) <= 0) {
    for (const place of added) sorted.push(place);
    return sorted;
  }
  const merged: number[] = [];
  let copied = 0;
  for (const place of added) {
    let [low, high] = [copied, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(sorted[middle]!, place) <= 0) low = middle + 1;
      else high = middle;
    }
    while (copied < low) merged.push(sorted[copied++]!);
    merged.push(place);
  }
  while (copied < sorted.length) merged.push(sorted[copied++]!);
  return merged;
}

export interface RowFilter {
  text: string;
  /** Null: all. */
  status: RowStatus | null;
  /** Only failures with this code; null: all. */
  code?: string | null;
  /** Only pairs that somebody has decided on by hand. */
  isByHand?: boolean;
}

/** A test of rows: each word of the text must occur in event, station or reason; a code alone decides. Null where everything passes. */
export function rowTest(filter: RowFilter): ((row: PairRow) => boolean) | null {
  const { text, status, code = null, isByHand = false } = filter;
  if (code !== null) return (row) => row.code === code;
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && status === null && !isByHand) return null;
  return (row) => {
    if ((status !== null && row.status !== status) || (isByHand && row.hand === null)) return false;
    if (words.length === 0) return true;
    const hay = `${row.event} ${row.station} ${row.reason}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  };
}
