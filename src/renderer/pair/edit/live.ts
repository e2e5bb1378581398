import type { PairDetail } from '@/api';
import { api } from '../../bridge';
import { LatestQueue, type Question } from '../../common/latestQueue';
import { texts } from '../../texts';
import { matchWindows } from './match';
import { overlapNow } from './problem';
import { change, draftNow, say, useEdit, windowsByHand, type Session } from './store';
import { isSame, type Draft } from './windows';

/** Changes that come faster than this are one: a drag is measured while it rests. */
const PAUSE_MS = 30;
/** Columns of the adjoint source and traces that come with the answer. */
const WIDTH = 1600;

interface HandQuestion extends Question {
  draft: Draft;
  session: Session;
}

/** Nothing to ask where the draft was measured already, or is what the edit began with. */
function wanted(): HandQuestion | null {
  const { session } = useEdit.getState();
  if (!session) return null;
  const draft = draftNow(session);
  if (session.measured?.draft === draft) return null;
  if (isSame(draft, session.first.draft, session.axis)) {
    if (session.measured) change({ measured: null, error: null });
    return null;
  }
  // Refused anyway: the bar says so at once.
  if (overlapNow(session)) return null;
  return { key: '', draft, session };
}

function answered({ draft, session }: HandQuestion, answer: { value: PairDetail } | { error: unknown }): void {
  const { session: current } = useEdit.getState();
  if (current?.detail !== session.detail) return;
  // Overtaken by windows that are known, as after an undo: their figures stay.
  if (draftNow(current) !== draft && wanted() === null) return;
  if ('error' in answer) {
    // Not asked again until something changes.
    change({ error: answer.error, measured: { draft, detail: session.detail, windows: new Map() } });
    return;
  }
  const detail = answer.value;
  const windows = matchWindows(draft, detail);
  // Components whose windows are selected may fail beside those that are set.
  const error = detail.error === null ? null : new Error(detail.error.message);
  change({ error, measured: { draft, detail, windows } });
  const { session: now } = useEdit.getState();
  const selected = now && now.selected !== null && !now.dragged ? windows.get(now.selected) : undefined;
  if (selected) say(texts.hand.measured(selected));
}

/** Keeps what is measured in step with the windows, until it is told to stop. The latest draft wins: what was overtaken
 *  is not asked. */
export function startMeasuring(): () => void {
  const queue = new LatestQueue<HandQuestion, PairDetail>({
    wanted,
    answered,
    ask: ({ draft, session }) => {
      const { event, station } = session.detail;
      const windows = windowsByHand(session, draft);
      return api.measureByHand({ event, station, width: WIDTH, band: session.detail.band, windows });
    },
    delay: (action) => window.setTimeout(action, PAUSE_MS),
    now: () => performance.now(),
  });
  // An edit that is gone on with may differ from what it began with.
  queue.wake();
  return useEdit.subscribe((state, last) => {
    if (state.session && (last.session === null || draftNow(state.session) !== draftNow(last.session))) queue.wake();
  });
}
