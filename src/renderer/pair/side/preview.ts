import { create } from 'zustand';
import type { PairDetail } from '@/api';
import { pairId, windowsListed, type HandDecision, type HandWindow, type PairKey, type PeriodBand } from '@/core/model';
import { texts } from '../../texts';
import { startEdit } from '../edit/actions';
import { adopt } from '../edit/drafts';
import { isEdited, say, useEdit } from '../edit/store';

/** An earlier decision by hand whose windows are laid over the present ones. */
export const usePreview = create<{ decision: HandDecision | null }>(() => ({ decision: null }));

/** Shows the windows of a decision, or hides those that are shown. */
export function togglePreview(decision: HandDecision): void {
  const shown = usePreview.getState().decision;
  usePreview.setState({ decision: shown && isSameDecision(shown, decision) ? null : decision });
}

export function isSameDecision(a: HandDecision, b: HandDecision): boolean {
  return a.at === b.at && a.evaluation === b.evaluation && pairId(a) === pairId(b);
}

/** The decision that is laid over a pair; null where none is. */
export function previewOf({ decision }: { decision: HandDecision | null }, pair: PairKey): HandDecision | null {
  return decision !== null && pairId(decision) === pairId(pair) ? decision : null;
}

/** Its windows on a component in a period band. */
export function spansOf(decision: HandDecision | null, component: string, band: PeriodBand): readonly HandWindow[] {
  return (decision && windowsListed(decision.windows, component, band)) ?? NONE;
}

const NONE: readonly HandWindow[] = [];

/** Begins, or goes on with, an edit that has the windows of a decision; one undo gives those before. */
export function takeWindowsOf(detail: PairDetail, decision: HandDecision): void {
  if (!isEdited(useEdit.getState(), detail)) startEdit(detail);
  if (!isEdited(useEdit.getState(), detail)) return;
  adopt(decision.windows);
  usePreview.setState({ decision: null });
  say(texts.hand.taken);
}
