import type { PairDetail } from '@/api';
import type { PairKey } from '@/core/model';
import { notifyError } from '../app/notices';
import { useApp } from '../app/store';
import { api } from '../bridge';
import { copyText } from '../common/clipboard';
import type { MenuItem } from '../common/contextMenu/store';
import { fixed } from '../common/format';
import { saveFigure } from '../export/actions';
import { texts } from '../texts';
import { addAround, removeWindowNow, startEdit } from './edit/actions';
import { isOffered } from './edit/offers';
import { wantDecision } from './edit/steps';
import { change, draftNow, isEdited, useEdit } from './edit/store';
import { isSameWindow } from './edit/windows';
import { showInResults, showInRun, showOnMap } from './goTo';
import type { WindowMark } from './plot/marks';
import { resetSight, shownSpan, zoomTo } from './sight';
import { openPair } from './store';

const t = texts.pairMenu;

/** The window that lies at a time; of several the shortest. */
export function markAt(marks: readonly WindowMark[], time: number): WindowMark | null {
  const at = marks.filter(({ left, right }) => left <= time && time <= right);
  return at.sort((a, b) => a.right - a.left - (b.right - b.left))[0] ?? null;
}

/** Makes a window the one that is worked on; begins an edit where none goes on. */
function pickWindow(detail: PairDetail, component: string, { left, right }: WindowMark): boolean {
  if (!isEdited(useEdit.getState(), detail)) startEdit(detail);
  const { session } = useEdit.getState();
  if (!session) return false;
  const found = draftNow(session).find((each) => isSameWindow(each, { component, left, right }, session.axis));
  if (found) change({ selected: found.id });
  return found !== undefined;
}

/** A window's values with their names, as a spreadsheet takes them. */
export function windowText(component: string, { left, right, measured }: WindowMark): string {
  const names = ['component', 'start_s', 'end_s', 'cc', 'dt_s', 'dlnA', 'misfit'];
  const { cc = '', shiftSeconds = '', dlnA = '', misfit = null } = measured ?? {};
  const values = [component, left.toFixed(4), right.toFixed(4), cc, shiftSeconds, dlnA, misfit ?? ''];
  return `${names.join('\t')}\n${values.join('\t')}`;
}

/** What can be done with a window. */
export function windowMenu(detail: PairDetail, component: string, mark: WindowMark): MenuItem[] {
  const enabled = isOffered(detail, 'edit');
  return [
    { text: t.zoomToWindow, run: () => zoomTo(mark.left, mark.right) },
    { text: t.editWindow, enabled, run: () => pickWindow(detail, component, mark) },
    { text: t.deleteWindow, enabled, run: () => pickWindow(detail, component, mark) && removeWindowNow() },
    { text: t.copyWindow, run: () => copyText(windowText(component, mark)) },
  ];
}

function copySamples({ event, station, band }: PairDetail, component: string): Promise<void> {
  return copyText(api.componentSamples({ event, station, component, band }), t.copied(component));
}

/** What can be done with a component.
 *  @param time where the pointer is, s after the origin */
export function componentMenu(detail: PairDetail, component: string, time: number): MenuItem[] {
  const { event, station } = detail;
  const addWindow = () => {
    if (!isEdited(useEdit.getState(), detail)) startEdit(detail);
    addAround(component, time);
  };
  return [
    { text: t.wholeTrace, enabled: shownSpan() !== null, run: resetSight },
    { text: t.addWindow(fixed(time, 1)), enabled: isOffered(detail, 'edit'), run: addWindow },
    { text: t.copySamples, run: () => copySamples(detail, component) },
    { text: t.exportFigure, run: () => saveFigure({ event, station }, 'pdf', shownSpan()) },
  ];
}

/** What can be done with the pair, wherever it is shown. */
export function pairMenu(detail: PairDetail): MenuItem[] {
  const pair: PairKey = { event: detail.event, station: detail.station };
  const { area, info } = useApp.getState();
  const canDecide = (verdict: 'accept' | 'reject') => isOffered(detail, verdict) && !isEdited(useEdit.getState(), pair);
  const show = (which: 'log' | 'figure') => () => api.showPairFile({ ...pair, which }).catch(notifyError);
  return [
    { text: t.accept, divided: true, enabled: canDecide('accept'), run: () => wantDecision(pair, 'accepted') },
    { text: t.reject, enabled: canDecide('reject'), run: () => wantDecision(pair, 'rejected') },
    area === 'run'
      ? { text: t.inResults, divided: true, run: () => showInResults(pair) }
      : { text: t.inRun, divided: true, run: () => showInRun(pair) },
    { text: t.onMap, run: () => showOnMap(pair) },
    { text: t.log, run: () => openPair(pair, 'log') },
    ...(info?.face === 'electron'
      ? [
          { text: texts.contextMenu.showLog, run: show('log') },
          { text: texts.contextMenu.showFigure, run: show('figure') },
        ]
      : []),
  ];
}
