import type { ComponentDetail, PairDetail } from '@/api';
import type { WindowMark } from '../plot/marks';
import { draftNow, type Session } from './store';
import { inOrder, isSameWindow } from './windows';

/** The windows of a component while they are worked on: by hand what is not as it was found. */
export function draftMarks(session: Session, { component, byHand }: ComponentDetail): WindowMark[] {
  const draft = draftNow(session);
  const { first } = session;
  const { measured, axis, selected } = session;
  const isStale = measured !== null && measured.draft !== draft;
  return inOrder(draft.filter((window) => window.component === component)).map((window) => {
    const before = first.draft.find(({ id }) => id === window.id);
    const isUntouched = before !== undefined && isSameWindow(window, before, axis);
    const known =
      measured?.windows.get(window.id) ?? (measured === null || isStale ? first.windows.get(window.id) : null);
    return {
      left: window.left,
      right: window.right,
      measured: (isUntouched ? (first.windows.get(window.id) ?? known) : known) ?? null,
      isStale: !isUntouched && (isStale || measured === null),
      isByHand: byHand === true || !isUntouched,
      isSelected: window.id === selected,
    };
  });
}

/** What was measured last in windows that differ from those at first; null where nothing was. */
export function measuredNow(session: Session | null): PairDetail | null {
  return session === null || session.error !== null ? null : (session.measured?.detail ?? null);
}

/** What all period bands come to by the last measurement; nothing where nothing was measured. */
export function combinedNow(measured: PairDetail | null): Pick<PairDetail, 'combined'> {
  return measured?.combined ? { combined: measured.combined } : {};
}

/** Components with what was measured last in the windows of the draft: misfits and adjoint sources. The traces are the
 *  same, and stay those that are drawn. */
export function measuredComponents(measured: PairDetail | null, components: ComponentDetail[]): ComponentDetail[] {
  if (!measured) return components;
  return components.map((each) => {
    const other = measured.components.find(({ component }) => component === each.component);
    return other ? { ...each, windows: other.windows, misfit: other.misfit, adjoint: other.adjoint } : each;
  });
}
