import { ApiError } from '../../bridge';
import { fixed } from '../../common/format';
import { texts } from '../../texts';
import { draftNow, touchedComponents, type Session } from './store';
import { overlapIn, type DraftWindow } from './windows';

const t = texts.hand;

/** Two windows that overlap on a component that was worked on; null where none do. */
export function overlapNow(session: Session): [before: DraftWindow, after: DraftWindow] | null {
  const draft = draftNow(session);
  const touched = touchedComponents(session, draft);
  // Those that were selected in several bands may overlap, and stay so where nobody touches them.
  return overlapIn(draft.filter(({ component }) => touched.includes(component)));
}

/** Why the engine would refuse the windows as they are; null where nothing is known against them. */
export function problemOf(session: Session): string | null {
  const overlap = overlapNow(session);
  if (overlap) {
    const [before, after] = overlap;
    return t.overlap(before.component, fixed(after.left, 1), fixed(Math.min(before.right, after.right), 1));
  }
  const { error, measured } = session;
  const isRefused =
    measured?.draft === draftNow(session) && error instanceof ApiError && error.code === 'bad-hand-window';
  return isRefused ? error.message : null;
}
