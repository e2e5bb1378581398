import { api } from '../../bridge';
import { notifyDone, notifyError, notifyRefusal } from '../../app/notices';
import type { PairDetail } from '@/api';
import type { HandWindows, PairKey, Verdict } from '@/core/model';
import { fixed } from '../../common/format';
import { takeOutcomes } from '../../pairs/outcomes';
import { texts } from '../../texts';
import { bandOf } from '../band/bandOf';
import {
  beginEdit,
  change,
  draftNow,
  endEdit,
  isEdited,
  isUnsaved,
  nextId,
  redoEdit,
  removeSelected,
  say,
  setForm,
  take,
  undoEdit,
  useEdit,
  windowsByHand,
} from './store';
import { isOpen, usePair } from '../store';
import { dropDraft } from './drafts';
import { focusNext } from './focusNext';
import { forgetNote, noteOf } from './notes';
import { problemOf } from './problem';
import { addWindow, inOrder, roomAround, type DraftWindow } from './windows';

const t = texts.hand;

/** A new window that is not drawn is this many shortest periods long. */
const PERIODS = 3;

/** Begins to work on the windows of a pair, where they can be seen. Nothing begins where another pair is looked at by now:
 *  what is shown stays until that one is read. */
export function startEdit(detail: PairDetail): void {
  if (!isOpen(detail)) return;
  usePair.setState({ tab: 'waveforms' });
  beginEdit(detail);
  const { session } = useEdit.getState();
  const [first] = session ? inOrder(draftNow(session)) : [];
  say(t.begun(session ? draftNow(session).length : 0));
  focusNext(first ? `[data-window="${first.id}"]` : '[data-hand-bar] button');
}

/** Adds a window and makes it the one that is worked on. */
export function add(component: string, left: number, right: number): void {
  const { session } = useEdit.getState();
  if (!session) return;
  const window: DraftWindow = { id: nextId(), component, left, right };
  const draft = addWindow(draftNow(session), window, session.axis);
  if (draft === null) return notifyRefusal(t.noRoom(component, fixed((left + right) / 2, 1)));
  take(draft);
  change({ selected: window.id });
  const added = draft.at(-1)!;
  say(t.added(component, fixed(added.left, 2), fixed(added.right, 2)));
  focusNext(`[data-window="${window.id}"]`);
}

/** Adds a window around a time, as long as there is room beside its neighbours. */
export function addAround(component: string, time: number): void {
  const { session } = useEdit.getState();
  if (!session) return;
  const length = bandOf(session.detail).minPeriod * PERIODS;
  const room = roomAround(draftNow(session), component, time, length, session.axis);
  if (room) add(component, room.left, room.right);
  else notifyRefusal(t.noRoom(component, fixed(time, 1)));
}

export function removeWindowNow(): void {
  if (typeof useEdit.getState().session?.selected !== 'number') return;
  removeSelected();
  say(t.removed);
  // Whoever works by keys is not thrown back to the top of the page.
  focusNext('[data-hand-bar] button');
}

export function discardEdit(): void {
  const { session } = useEdit.getState();
  if (session) dropDraft(session.detail);
  endEdit();
  focusNext('[data-hand-edit]');
}

/** Tells the engine of a decision, and shows what became of the pair.
 *  @returns whether it was taken */
export async function decide(
  { event, station }: PairKey,
  verdict: Verdict,
  note: string,
  windows: HandWindows = {},
): Promise<boolean> {
  try {
    const { outcome, pending } = await api.decideByHand({ event, station, verdict, note, windows });
    if (outcome) takeOutcomes([outcome]);
    if (pending) notifyDone(t.pending);
    return true;
  } catch (error) {
    notifyError(error);
    return false;
  }
}

/** Saves the windows as they are drawn.
 *  @returns whether there is nothing unsaved any more */
export async function saveEdit(): Promise<boolean> {
  const state = useEdit.getState();
  const { session } = state;
  if (!session || session.saving) return false;
  if (!isUnsaved(state)) {
    notifyRefusal(t.refusals.isUnchanged);
    return true;
  }
  const problem = problemOf(session);
  if (problem !== null) {
    notifyRefusal(problem);
    return false;
  }
  change({ saving: true, dragged: null });
  const note = noteOf(session.detail, 'edited');
  const done = await decide(session.detail, 'edited', note, windowsByHand(session, session.history.present));
  // Somebody may have gone on to another pair meanwhile.
  const isHere = isEdited(useEdit.getState(), session.detail);
  if (!done) {
    if (isHere) change({ saving: false });
    return false;
  }
  forgetNote(session.detail, 'edited', note);
  if (isHere) discardEdit();
  else dropDraft(session.detail);
  say(t.saved);
  return true;
}

/** Keeps the decision that was written down, on the pair that it was written for. Nobody has to wait for it; where it is
 *  refused, it is there again. */
export async function saveDecision(): Promise<void> {
  const { form } = useEdit.getState();
  if (form === null) return;
  const { pair, verdict } = form;
  const note = noteOf(pair, verdict);
  useEdit.setState(({ deciding }) => ({ deciding: [...deciding, form], form: null }));
  focusNext('[data-hand-edit]');
  const done = await decide(pair, verdict, note);
  useEdit.setState(({ deciding }) => ({ deciding: deciding.filter((each) => each !== form) }));
  if (done) {
    forgetNote(pair, verdict, note);
    say(`${t.verdicts[verdict]}.`);
  } else if (isOpen(pair) && useEdit.getState().form === null) setForm(form);
}

export function undoNow(): void {
  undoEdit();
  say(t.undone);
}

export function redoNow(): void {
  redoEdit();
  say(t.redone);
}
