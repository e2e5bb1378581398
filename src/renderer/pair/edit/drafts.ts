import { create } from 'zustand';
import type { PairDetail } from '@/api';
import { evaluationPath } from '@/core/config';
import { pairId, type HandWindow, type HandWindows, type PairKey } from '@/core/model';
import { useApp } from '../../app/store';
import { record } from '../../common/history';
import { beginEdit, change, endEdit, isUnsaved, nextId, setNote, useEdit, type Session } from './store';
import { isOffered } from './offers';
import { byComponent, type Draft, type DraftWindow } from './windows';

/** Windows that somebody has changed by hand and not saved yet. */
export interface KeptDraft extends PairKey {
  windows: HandWindows;
  note: string;
}

/** The drafts of the open project in its present evaluation, by pair; the one that is worked on among them. */
export const useDrafts = create<{ drafts: Readonly<Record<string, KeptDraft>> }>(() => ({ drafts: {} }));

/** Edits that were left, with their way back: as long as the page lives. */
const sessions = new Map<string, Session>();

const PREFIX = 'atoa-drafts ';
/** Of a project and evaluation; the oldest ones are given up. */
const MOST = 200;
/** While something is dragged or a key is held down, nothing is written. */
const PAUSE_MS = 300;

let place: string | null = null;
let timer: number | null = null;

function placeOf({ project }: Pick<ReturnType<typeof useApp.getState>, 'project'>): string | null {
  return project && `${PREFIX}${project.path} ${evaluationPath(project.parameters)}`;
}

function read(from: string | null): Record<string, KeptDraft> {
  try {
    const known: unknown = from === null ? null : JSON.parse(localStorage.getItem(from) ?? 'null');
    return typeof known === 'object' && known !== null ? (known as Record<string, KeptDraft>) : {};
  } catch {
    return {};
  }
}

function without(drafts: Readonly<Record<string, KeptDraft>>, id: string): Record<string, KeptDraft> {
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== id));
}

function write(drafts: Record<string, KeptDraft>): void {
  const kept = Object.fromEntries(Object.entries(drafts).slice(-MOST));
  useDrafts.setState({ drafts: kept });
  if (place === null) return;
  if (Object.keys(kept).length === 0) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify(kept));
}

/** Of one pair in one state: another result makes another edit of it. */
function editionOf({ outcome, hand }: PairDetail): string {
  return `${outcome?.misfit} ${outcome?.nwin} ${hand?.at}`;
}

/** Gives up what was changed on a pair. */
export function dropDraft(pair: PairKey): void {
  const { drafts } = useDrafts.getState();
  sessions.delete(pairId(pair));
  if (Object.hasOwn(drafts, pairId(pair))) write(without(drafts, pairId(pair)));
}

/** Keeps the edit that goes on, where it has changed anything. */
function keep(): void {
  if (timer !== null) window.clearTimeout(timer);
  timer = null;
  const state = useEdit.getState();
  const { session, note } = state;
  if (!session) return;
  const { event, station } = session.detail;
  if (!isUnsaved(state)) return dropDraft({ event, station });
  const id = pairId({ event, station });
  // The latest is the last that is given up.
  const others = without(useDrafts.getState().drafts, id);
  write({
    ...others,
    [id]: { event, station, note, windows: byComponent(session.history.present, session.components) },
  });
}

/** Ends the edit that goes on; what has changed is found again when its pair is opened.
 *  @returns the pair whose windows are kept as a draft; null where nothing was changed */
export function stashEdit(): PairKey | null {
  const state = useEdit.getState();
  const { session } = state;
  if (!session) return null;
  const unsaved = isUnsaved(state);
  keep();
  if (unsaved) sessions.set(pairId(session.detail), { ...session, dragged: null, selected: null, saving: false });
  endEdit();
  return unsaved ? session.detail : null;
}

/** Goes on with what was changed on a pair earlier.
 *  @returns whether there was anything */
export function resumeDraft(detail: PairDetail): boolean {
  const draft = useDrafts.getState().drafts[pairId(detail)];
  if (!draft || !isOffered(detail, 'edit')) return false;
  const left = sessions.get(pairId(detail));
  beginEdit(detail);
  if (left && editionOf(left.detail) === editionOf(detail)) change(left);
  else adopt(draft.windows);
  setNote(draft.note);
  return true;
}

/** Puts other windows into the edit that goes on, as one step that can be undone.
 *  @param windows of a component that is not named they stay as they are */
export function adopt(windows: HandWindows): void {
  const { session } = useEdit.getState();
  if (!session) return;
  const present = session.history.present;
  const stay = present.filter(({ component }) => !Object.hasOwn(windows, component));
  const first = session.first.draft;
  const others = session.components.flatMap((component) =>
    (windows[component] ?? []).map((window) => numbered(component, window, first, session.axis.delta)),
  );
  const draft: Draft = [...stay, ...others];
  change({ history: record(session.history, draft), dragged: null, selected: null });
}

/** A window that the edit began with keeps its id, so that it counts as untouched. */
function numbered(component: string, { left, right }: HandWindow, first: Draft, delta: number): DraftWindow {
  const same = first.find(
    (each) =>
      each.component === component &&
      Math.abs(each.left - left) < delta / 2 &&
      Math.abs(each.right - right) < delta / 2,
  );
  return { id: same?.id ?? nextId(), component, left, right };
}

useApp.subscribe((state) => {
  const now = placeOf(state);
  if (now === place) return;
  place = now;
  sessions.clear();
  useDrafts.setState({ drafts: read(now) });
});

// What is worked on outlives a page that is loaded again, or crashes.
useEdit.subscribe((state, last) => {
  const changed = state.session?.history !== last.session?.history || state.note !== last.note;
  if (state.session && last.session && changed) timer ??= window.setTimeout(keep, PAUSE_MS);
});

window.addEventListener('pagehide', () => timer !== null && keep());
