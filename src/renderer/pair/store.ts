import { create } from 'zustand';
import type { PairDetail } from '@/api';
import { pairId, type PairKey } from '@/core/model';
import { notifyDone } from '../app/notices';
import { texts } from '../texts';
import { stashEdit } from './edit/drafts';
import { isEdited, leaveOthers, useEdit } from './edit/store';

export type PairTab = 'waveforms' | 'windows' | 'log';

export interface PairState {
  /** The pair that is looked at; null where the pane is closed. */
  open: PairKey | null;
  /** What of it is shown; the same for the next pair. */
  tab: PairTab;
  /** What the pane shows of it; null until it is read. */
  shown: PairDetail | null;
  /** It is being read, or read anew. */
  reading: boolean;
  /** The pair has the whole area. */
  maximized: boolean;
  /** Facts, decisions and windows stand beside the waveforms. */
  side: boolean;
}

const MAXIMIZED = 'atoa-pair-maximized';
const SIDE = 'atoa-pair-side';
/** From this width of the window on, there is room beside the waveforms at first, px. */
const ROOMY = 1700;

export const usePair = create<PairState>(() => ({
  open: null,
  tab: 'waveforms',
  shown: null,
  reading: false,
  maximized: localStorage.getItem(MAXIMIZED) === 'true',
  side: (localStorage.getItem(SIDE) ?? String(window.innerWidth >= ROOMY)) === 'true',
}));

/** Whether a pair is the one that is looked at. */
export function isOpen(pair: PairKey): boolean {
  const { open } = usePair.getState();
  return open !== null && pairId(open) === pairId(pair);
}

function goTo(to: PairKey | null): void {
  const kept = stashEdit();
  if (kept) notifyDone(texts.hand.keptAsDraft(`${kept.event} ${kept.station}`));
  leaveOthers(to);
  usePair.setState((state) => {
    const shown = to && state.shown && pairId(state.shown) === pairId(to) ? state.shown : null;
    return { open: to, shown, reading: to !== null && shown === null };
  });
}

/** Opens a pair. Windows of another one that have unsaved changes are kept as a draft. */
export function openPair({ event, station }: PairKey, tab = usePair.getState().tab): void {
  const to = { event, station };
  usePair.setState({ tab });
  if (isEdited(useEdit.getState(), to)) usePair.setState({ open: to });
  else goTo(to);
}

/** Closes the pane; unsaved changes are kept as a draft. */
export function closePair(): void {
  goTo(null);
}

export function setMaximized(maximized: boolean): void {
  localStorage.setItem(MAXIMIZED, String(maximized));
  usePair.setState({ maximized });
}

export function setSide(side: boolean): void {
  localStorage.setItem(SIDE, String(side));
  usePair.setState({ side });
}
