import { create } from 'zustand';
import type { PairDetail } from '@/api';
import { pairId, type PairKey } from '@/core/model';
import { endEdit, isEdited, isUnsaved, useEdit } from './edit/store';

export type PairTab = 'waveforms' | 'windows' | 'log';

interface PairState {
  /** The pair that is looked at; null where the pane is closed. */
  open: PairKey | null;
  /** What of it is shown; the same for the next pair. */
  tab: PairTab;
  /** What the pane shows of it; null until it is read. */
  shown: PairDetail | null;
  /** Where somebody wanted to go while the windows have unsaved changes: to a pair, or away. */
  leaving: { to: PairKey | null } | null;
  /** The pair has the whole area. */
  maximized: boolean;
}

const MAXIMIZED = 'atoa-pair-maximized';

export const usePair = create<PairState>(() => ({
  open: null,
  tab: 'waveforms',
  shown: null,
  leaving: null,
  maximized: localStorage.getItem(MAXIMIZED) === 'true',
}));

function goTo(to: PairKey | null): void {
  endEdit();
  usePair.setState(({ shown }) => ({
    open: to,
    shown: to && shown && pairId(shown) === pairId(to) ? shown : null,
    leaving: null,
  }));
}

/** Opens a pair; asks first where windows of another one have unsaved changes. */
export function openPair({ event, station }: PairKey, tab = usePair.getState().tab): void {
  const to = { event, station };
  const edit = useEdit.getState();
  usePair.setState({ tab });
  if (isEdited(edit, to)) usePair.setState({ open: to, leaving: null });
  else if (isUnsaved(edit)) usePair.setState({ leaving: { to } });
  else goTo(to);
}

export function closePair(): void {
  if (isUnsaved(useEdit.getState())) usePair.setState({ leaving: { to: null } });
  else goTo(null);
}

/** Closes the pane whatever is unsaved: its project is gone. */
export function forgetPair(): void {
  goTo(null);
}

/** Whether nothing is unsaved; asks in the pane where something is. */
export function mayLeavePair(): boolean {
  if (!isUnsaved(useEdit.getState())) return true;
  usePair.setState({ leaving: { to: null } });
  return false;
}

export function stay(): void {
  usePair.setState({ leaving: null });
}

/** Goes where somebody wanted to go, and gives up what is unsaved. */
export function leave(): void {
  const { leaving } = usePair.getState();
  if (leaving) goTo(leaving.to);
}

export function setMaximized(maximized: boolean): void {
  localStorage.setItem(MAXIMIZED, String(maximized));
  usePair.setState({ maximized });
}
