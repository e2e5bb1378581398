import type { PairKey } from '@/core/model';
import { setArea } from '../app/store';
import { markPair } from '../map/tools';
import { pairRows } from '../pairs/table';
import { setBrush } from '../results/state';
import { revealItem } from '../select/reveal';
import { openPair } from './store';

/** Shows a pair in the table of the run. */
export function showInRun(pair: PairKey): void {
  setArea('run');
  openPair(pair);
}

/** Selects a pair among all results. */
export function showInResults(pair: PairKey): void {
  const place = pairRows.placeOf(pair);
  if (place !== -1) setBrush('pair-table', { kind: 'pairs', places: new Set([place]) });
  setArea('results');
  openPair(pair);
}

/** Shows where event and station of a pair are, without selecting anything. */
export function showOnMap({ event, station }: PairKey): void {
  setArea('select');
  revealItem('stations', station);
  markPair({ event, station });
}
