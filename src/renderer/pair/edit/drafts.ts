import type { PairDetail } from '@/api';
import { isSameBand, pairId, windowsListed, type HandWindows, type PairKey, type PeriodBand } from '@/core/model';
import { bandOf } from '../band/bandOf';
import { chooseBand } from '../band/store';
import { record } from '../../common/history';
import { isOffered } from './offers';
import { Shelf } from './shelf';
import { beginEdit, change, endEdit, isUnsaved, nextId, useEdit, type Session } from './store';
import { byComponent, isSameWindow, type Axis, type Draft, type DraftWindow } from './windows';

/** Windows that somebody has changed by hand and not saved yet. */
interface KeptDraft extends PairKey {
  /** By component, in its period band. */
  windows: HandWindows;
  /** Left out where there is one. */
  band?: PeriodBand;
}

/** Edits that were left, with their way back: as long as the page lives. */
const sessions = new Map<string, Session>();

const shelf = new Shelf<KeptDraft>('atoa-drafts', () => sessions.clear());

/** The drafts of the open project in its present evaluation, by pair; the one that is worked on among them. */
export const useDrafts = shelf.store;

/** While something is dragged or a key is held down, nothing is written. */
const PAUSE_MS = 300;

let timer: number | null = null;

/** Of one pair in one state: another result makes another edit of it. */
function editionOf({ outcome, hand }: PairDetail): string {
  return `${outcome?.misfit} ${outcome?.nwin} ${hand?.at}`;
}

/** Gives up what was changed on a pair. */
export function dropDraft(pair: PairKey): void {
  sessions.delete(pairId(pair));
  shelf.drop(pairId(pair));
}

/** Keeps the edit that goes on, where it has changed anything. */
function keep(): void {
  if (timer !== null) window.clearTimeout(timer);
  timer = null;
  const state = useEdit.getState();
  const { session } = state;
  if (!session) return;
  const { event, station } = session.detail;
  if (!isUnsaved(state)) return dropDraft({ event, station });
  const windows = byComponent(session.history.present, session.components);
  shelf.put(pairId({ event, station }), { event, station, windows, ...bandOfDraft(session.detail) });
}

function bandOfDraft(detail: PairDetail): { band?: PeriodBand } {
  return detail.bands.length > 1 ? { band: bandOf(detail) } : {};
}

/** Ends the edit that goes on; what has changed is found again when its pair is opened.
 *  @returns the pair whose windows are kept as a draft; null where nothing was changed, or it is being saved */
export function stashEdit(): PairKey | null {
  const state = useEdit.getState();
  const { session } = state;
  if (!session) return null;
  const unsaved = isUnsaved(state);
  keep();
  if (unsaved) sessions.set(pairId(session.detail), { ...session, dragged: null, selected: null, saving: false });
  endEdit();
  return unsaved && !session.saving ? session.detail : null;
}

/** Goes on with what was changed on a pair earlier.
 *  @returns whether there was anything */
export function resumeDraft(detail: PairDetail): boolean {
  const draft = shelf.get(pairId(detail));
  if (!draft || !isOffered(detail, 'edit') || (draft.band && !isSameBand(draft.band, bandOf(detail)))) return false;
  const left = sessions.get(pairId(detail));
  beginEdit(detail);
  if (left && editionOf(left.detail) === editionOf(detail)) change(left);
  else adopt(draft.windows);
  return true;
}

/** Turns to the period band in which windows of a pair were changed and not saved.
 *  @returns whether it is another one than is shown */
export function turnToDraft(detail: PairDetail): boolean {
  const { band } = shelf.get(pairId(detail)) ?? {};
  const place = band === undefined ? -1 : detail.bands.findIndex((each) => isSameBand(each, band));
  if (place === -1 || place === detail.band) return false;
  chooseBand(place);
  return true;
}

/** Puts other windows into the edit that goes on, as one step that can be undone.
 *  @param windows of a component that is not named they stay as they are */
export function adopt(windows: HandWindows): void {
  const { session } = useEdit.getState();
  if (!session) return;
  const present = session.history.present;
  const listed = (component: string) => windowsListed(windows, component, bandOf(session.detail));
  const stay = present.filter(({ component }) => listed(component) === null);
  const first = session.first.draft;
  const others = session.components.flatMap((component) =>
    (listed(component) ?? []).map((window) => numbered({ component, ...window }, first, session.axis)),
  );
  const draft: Draft = [...stay, ...others];
  change({ history: record(session.history, draft), dragged: null, selected: null });
}

/** A window that the edit began with keeps its id, so that it counts as untouched. */
function numbered(window: Omit<DraftWindow, 'id'>, first: Draft, axis: Axis): DraftWindow {
  const same = first.find((each) => isSameWindow(each, window, axis));
  return { ...window, id: same?.id ?? nextId() };
}

// What is worked on outlives a page that is loaded again, or crashes.
useEdit.subscribe((state, last) => {
  const changed = state.session?.history !== last.session?.history;
  if (state.session && last.session && changed) timer ??= window.setTimeout(keep, PAUSE_MS);
});

window.addEventListener('pagehide', () => timer !== null && keep());
