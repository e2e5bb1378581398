import { setArea } from '../../app/store';
import { NO_FILTER } from '../../export/filter';
import { setExport } from '../../export/store';
import { IN, SELECTED } from '../analysis/masks';
import { levelOf, type Brush } from '../brush';
import { clearBrushes, setBrush, useResults } from '../state';
import { analysis } from '../table';
import { showView } from '../tabs';

/** What a mask holds apart from what is selected of it.
 *  @param bits of each place or row */
export function restOf(bits: Uint8Array, count: number, level: 'pair' | 'window'): Extract<Brush, { kind: 'rest' }> {
  const members = new Uint8Array(count);
  let found = 0;
  for (let i = 0; i < count; i++) {
    if ((bits[i]! & (IN | SELECTED)) !== IN) continue;
    members[i] = 1;
    found++;
  }
  return { kind: 'rest', level, members, count: found };
}

/** Selects what is not: windows where windows were selected, else pairs. */
export function invertSelection(): void {
  analysis.whenCurrent(invertNow);
}

function invertNow(): void {
  const { masks } = analysis;
  const isOfWindows = [...useResults.getState().brushes.values()].some((brush) => levelOf(brush) === 'window');
  const rest = isOfWindows
    ? restOf(masks.windows, masks.windowCount, 'window')
    : restOf(masks.pairs, masks.pairCount, 'pair');
  clearBrushes();
  setBrush('rest', rest);
}

export function showPairs(): void {
  showView('pairs');
}

/** Goes to the Export area, which takes its pairs from here. */
export function exportSelection(): void {
  analysis.whenCurrent(() => {
    setExport({ kind: 'tables', filter: { ...NO_FILTER, scope: 'results' }, preview: null });
    setArea('export');
  });
}
