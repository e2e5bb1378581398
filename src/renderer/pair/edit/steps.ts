import type { PairDetail } from '@/api';
import { pairId, type PairKey, type Verdict } from '@/core/model';
import { notifyRefusal } from '../../app/notices';
import { texts } from '../../texts';
import { isOpen, usePair, type PairState } from '../store';
import { discardEdit, startEdit } from './actions';
import { resumeDraft, turnToDraft } from './drafts';
import { focusNext } from './focusNext';
import { refusalOf, type HandAct } from './offers';
import { awaitEdit, decidingOn, isEdited, isUnsaved, say, setForm, useEdit, type EditState } from './store';

const t = texts.hand;

/** Why something cannot be done by hand with the pair that is looked at; null where it can. One that is still being read
 *  counts: what is wanted of it waits, and what is typed next is not taken for commands. */
export function refusalIn({ open, shown, reading }: PairState, edit: EditState, act: HandAct): string | null {
  if (open === null) return t.refusals.noPair;
  if (decidingOn(edit, open)) return t.refusals.isDeciding;
  if (edit.session !== null && act !== 'edit') return t.refusals.isEdited;
  if (edit.session !== null) return isUnsaved(edit) ? t.refusals.isUnsaved : null;
  if (shown === null) return reading ? null : t.refusals.unread;
  return refusalOf(shown, act);
}

export function refusalNow(act: HandAct): string | null {
  return refusalIn(usePair.getState(), useEdit.getState(), act);
}

/** Begins to work on the windows of the pair that is looked at, at once or as soon as it is read. */
export function wantEdit(): void {
  const { open, shown } = usePair.getState();
  if (shown) startEdit(shown);
  else awaitEdit(open);
}

/** Begins to write down a decision. The line is there at once, also while the pair is read: what is typed next is its
 *  note, and no command.
 *  @param pair what is decided on; nothing begins where another one is looked at by now */
export function wantDecision(pair: PairKey | null, verdict: Verdict): void {
  if (!pair || !isOpen(pair)) return;
  const { form } = useEdit.getState();
  if (form && form.verdict === verdict && isOpen(form.pair)) focusNext('[data-note]');
  else setForm({ pair: { event: pair.event, station: pair.station }, verdict });
}

/** Goes on with a pair that is read now: with its draft, or with the edit that has waited for it. */
export function goOn(detail: PairDetail): void {
  const state = useEdit.getState();
  // Whoever writes a note is not to find it gone.
  if (state.form !== null || isEdited(state, detail) || turnToDraft(detail)) return;
  const isAwaited = state.awaited !== null && pairId(state.awaited) === pairId(detail);
  if (resumeDraft(detail)) {
    if (isAwaited) usePair.setState({ tab: 'waveforms' });
    say(t.resumed);
  } else if (isAwaited) {
    const refusal = refusalOf(detail, 'edit');
    if (refusal === null) return startEdit(detail);
    cancelAwaited();
    notifyRefusal(refusal);
  }
}

/** Gives up the decision that is being written down. */
export function cancelDecision(): void {
  setForm(null);
  focusNext('[data-hand-edit]');
}

/** Gives up the edit that waits for its pair. */
export function cancelAwaited(): void {
  awaitEdit(null);
  focusNext('[data-hand-edit]');
}

/** Goes one step out of what is decided or worked on by hand. Unsaved windows are not left by it.
 *  @returns whether there was anything to go out of */
export function stepOut(): boolean {
  const state = useEdit.getState();
  if (state.form !== null) cancelDecision();
  else if (state.awaited !== null) cancelAwaited();
  else if (state.session === null) return false;
  else if (!isUnsaved(state)) discardEdit();
  else if (!state.session.saving) notifyRefusal(t.refusals.isUnsaved);
  return true;
}
