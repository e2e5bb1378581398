import { create } from 'zustand';
import type { DrawnWindow, PairDetail } from '@/api';
import { handKey, pairId, type HandWindows, type PairKey, type Verdict } from '@/core/model';
import { historyOf, record, redo, undo, type History } from '../../common/history';
import { matchWindows } from './match';
import { axisOf, byComponent, draftOf, isEqual, isSame, removeWindow, type Axis, type Draft } from './windows';

/** The last measurement: of a draft that may be older than the present one. */
export interface Measurement {
  draft: Draft;
  detail: PairDetail;
  /** By id of the draft's windows. */
  windows: ReadonlyMap<number, DrawnWindow>;
}

/** An edit of a pair's windows that goes on. */
export interface Session {
  /** The pair as it was when the edit began. */
  detail: PairDetail;
  axis: Axis;
  components: readonly string[];
  history: History<Draft>;
  /** While something is dragged: not a step of the history yet. */
  dragged: Draft | null;
  /** Id of the window that is worked on. */
  selected: number | null;
  measured: Measurement | null;
  /** What the edit began with, as it was measured. The history may be too short to hold it. */
  first: Pick<Measurement, 'draft' | 'windows'>;
  /** Why the last measurement was refused. */
  error: unknown;
  saving: boolean;
}

/** A decision that is being written down. It holds for its pair, whatever is looked at when it is kept. */
export interface DecisionDraft {
  readonly pair: PairKey;
  readonly verdict: Verdict;
}

export interface EditState {
  session: Session | null;
  /** The pair whose edit begins as soon as it is read. */
  awaited: PairKey | null;
  form: DecisionDraft | null;
  /** Decisions that the engine is keeping. */
  deciding: readonly DecisionDraft[];
  /** What is told to those who do not see the plot. */
  said: string;
}

export const useEdit = create<EditState>(() => ({
  session: null,
  awaited: null,
  form: null,
  deciding: [],
  said: '',
}));

let lastId = 0;

export function nextId(): number {
  return ++lastId;
}

export function beginEdit(detail: PairDetail): void {
  const draft = draftOf(detail, lastId + 1);
  lastId += draft.length;
  const session: Session = {
    detail,
    axis: axisOf(detail),
    components: detail.components.map(({ component }) => component),
    history: historyOf(draft),
    dragged: null,
    selected: null,
    measured: null,
    first: { draft, windows: matchWindows(draft, detail) },
    error: null,
    saving: false,
  };
  useEdit.setState({ session, awaited: null, form: null });
}

export function endEdit(): void {
  useEdit.setState({ session: null, form: null });
}

/** Shows or hides the line that a decision is written into. */
export function setForm(form: DecisionDraft | null): void {
  useEdit.setState({ form, awaited: null });
}

/** Begins an edit as soon as a pair is read; null where none is wanted any more. */
export function awaitEdit(awaited: PairKey | null): void {
  useEdit.setState({ awaited, form: null });
}

/** The decision on a pair that is on its way; null where none is. */
export function decidingOn({ deciding }: Pick<EditState, 'deciding'>, pair: PairKey): DecisionDraft | null {
  return deciding.find((each) => pairId(each.pair) === pairId(pair)) ?? null;
}

/** Gives up what was begun on other pairs than this one: a decision that is written down, an edit that waits.
 *  @param pair what is looked at from now on; null for nothing */
export function leaveOthers(pair: PairKey | null): void {
  const isOther = (begun: PairKey) => pair === null || pairId(begun) !== pairId(pair);
  const { form, awaited } = useEdit.getState();
  if (form && isOther(form.pair)) setForm(null);
  else if (awaited && isOther(awaited)) awaitEdit(null);
}

export function change(part: Partial<Session>): void {
  useEdit.setState(({ session }) => ({ session: session && { ...session, ...part } }));
}

/** What is drawn now. */
export function draftNow({ dragged, history }: Session): Draft {
  return dragged ?? history.present;
}

export function isUnsaved({ session }: Pick<EditState, 'session'>): boolean {
  return session !== null && !isSame(session.history.present, session.first.draft, session.axis);
}

/** Whether this pair is being edited. */
export function isEdited({ session }: Pick<EditState, 'session'>, pair: PairKey): boolean {
  return session !== null && pairId(session.detail) === pairId(pair);
}

/** Makes a draft the present one.
 *  @param step as in the history: steps of one kind are undone together */
export function take(draft: Draft, step: string | null = null): void {
  const { session } = useEdit.getState();
  if (!session) return;
  // What runs into a neighbour or the end of the trace is no step that could be undone.
  const isStep = !isEqual(draft, session.history.present);
  change({ history: isStep ? record(session.history, draft, step) : session.history, dragged: null });
}

export function undoEdit(): void {
  const { session } = useEdit.getState();
  if (session) change({ history: undo(session.history), dragged: null });
}

export function redoEdit(): void {
  const { session } = useEdit.getState();
  if (session) change({ history: redo(session.history), dragged: null });
}

export function removeSelected(): void {
  const { session } = useEdit.getState();
  if (!session || session.selected === null) return;
  take(removeWindow(session.history.present, session.selected));
  change({ selected: null });
}

export function say(said: string): void {
  useEdit.setState({ said });
}

/** The components that were worked on, or whose windows are by hand already. */
export function touchedComponents(session: Session, draft: Draft): string[] {
  const { detail, axis } = session;
  const first = session.first.draft;
  const of = (windows: Draft, component: string) => windows.filter((window) => window.component === component);
  return detail.components
    .filter(({ component, byHand }) => byHand === true || !isSame(of(draft, component), of(first, component), axis))
    .map(({ component }) => component);
}

/** The windows of the components that were worked on: the others are left to selection. Of several period bands they are
 *  those of the band that is edited; beside them stand those that were set by hand in other bands, which they do not change. */
export function windowsByHand(session: Session, draft: Draft): HandWindows {
  const windows = byComponent(draft, touchedComponents(session, draft));
  const { bands, band } = session.detail;
  if (bands.length === 1) return windows;
  const own = Object.entries(windows).map(([component, list]) => [handKey(component, bands[band]!), list] as const);
  return { ...otherBands(session), ...Object.fromEntries(own) };
}

function otherBands({ detail, axis }: Session): HandWindows {
  const seconds = (sample: number) => axis.start + sample * axis.delta;
  const entries = (detail.combined ?? []).flatMap(({ component, windows, byHand }) =>
    byHand
      .filter((place) => place !== detail.band)
      .map((place) => {
        const own = windows.filter((window) => window.band === place);
        const list = own.map(({ left, right }) => ({ left: seconds(left), right: seconds(right) }));
        return [handKey(component, detail.bands[place]!), list] as const;
      }),
  );
  return Object.fromEntries(entries);
}
