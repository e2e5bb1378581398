import { pairId } from '@/core/model';
import { pairRows } from '../pairs/table';
import { IN, SELECTED } from '../results/analysis/masks';
import { analysis } from '../results/table';
import { useSelection } from '../select/store';
import { toFilter } from './filter';
import { useExport } from './store';

/** The pairs that the Results area has selected; those it shows where none is selected. */
function resultPairs(): string[] {
  const { pairs, pairCount, selecting } = analysis.masks;
  const bit = selecting ? SELECTED : IN;
  const { rows } = pairRows;
  // It may not have been looked at yet.
  if (pairCount === 0) return rows.map(pairId);
  return rows.filter((_, place) => place < pairCount && (pairs[place]! & bit) !== 0).map(pairId);
}

/** The filter as the form stands, and what is selected elsewhere. */
export function currentFilter() {
  return toFilter(useExport.getState().filter, { selection: useSelection.getState(), results: resultPairs });
}
