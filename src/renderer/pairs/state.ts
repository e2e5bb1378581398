import { create } from 'zustand';
import type { SortKey, Sorting } from './order';
import { pairView } from './table';

interface PairTableState {
  sorting: Sorting | null;
  /** Keep the newest row in sight while a run goes. */
  follow: boolean;
}

export const usePairTable = create<PairTableState>(() => ({ sorting: null, follow: true }));

export function setFollow(follow: boolean): void {
  usePairTable.setState({ follow });
}

/** What looks most interesting comes first on the first click: large numbers, but texts from A. */
const DESCENDING_FIRST: SortKey[] = ['misfit', 'windows', 'seconds'];

/** Sorts by a column; further clicks turn it round and then go back to the order of arrival. */
export function cycleSorting(key: SortKey): void {
  const { sorting } = usePairTable.getState();
  const first = DESCENDING_FIRST.includes(key);
  let next: Sorting | null = { key, descending: first };
  if (sorting?.key === key) next = sorting.descending === first ? { key, descending: !first } : null;
  pairView.setSorting(next);
  usePairTable.setState({ sorting: next });
}
