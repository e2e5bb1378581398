import { create } from 'zustand';
import { historyOf, record, redo, undo, type History } from '../common/history';
import { setText, useConfigure } from './store';

/** What is typed without such a pause is one step. */
const TOGETHER_MS = 1000;

/** The way back through the texts of the open project's parameters. */
export const useDraftHistory = create<History<string>>(() => historyOf(useConfigure.getState().draft.text));

let project: string | null = null;
let changedAt = -Infinity;
let step = 0;

useConfigure.subscribe(({ draft: { text }, project: opened }) => {
  const history = useDraftHistory.getState();
  if (opened !== project) {
    project = opened;
    useDraftHistory.setState(historyOf(text));
    return;
  }
  if (text === history.present) return;
  const now = performance.now();
  if (now - changedAt > TOGETHER_MS) step++;
  changedAt = now;
  useDraftHistory.setState(record(history, text, String(step)));
});

function go(to: History<string>): void {
  useDraftHistory.setState(to);
  setText(to.present);
}

export const undoDraft = (): void => go(undo(useDraftHistory.getState()));
export const redoDraft = (): void => go(redo(useDraftHistory.getState()));
