import { create } from 'zustand';
import { useApp } from '../app/store';
import { historyOf, record, redo, undo, type History } from '../common/history';
import { useSelection } from './store';

type Selection = Pick<ReturnType<typeof useSelection.getState>, 'events' | 'stations'>;

/** Changes so close to each other are one step: a range by a held key, a slider being drawn. */
const TOGETHER_MS = 400;

const current = ({ events, stations }: Selection): Selection => ({ events, stations });
const same = (a: Selection, b: Selection) => a.events === b.events && a.stations === b.stations;

/** The way back through changes of the selection, of the open project. */
export const useSelectionHistory = create<History<Selection>>(() => historyOf(current(useSelection.getState())));

let changedAt = -Infinity;
let step = 0;

useSelection.subscribe((state) => {
  const selection = current(state);
  const history = useSelectionHistory.getState();
  if (same(selection, history.present)) return;
  const now = performance.now();
  if (now - changedAt > TOGETHER_MS) step++;
  changedAt = now;
  useSelectionHistory.setState(record(history, selection, String(step)));
});

// A project is opened with all of it selected: that is where its history begins.
useApp.subscribe(({ project }, before) => {
  if (project?.path === before.project?.path) return;
  useSelectionHistory.setState(historyOf(current(useSelection.getState())));
});

function go(to: History<Selection>): void {
  useSelectionHistory.setState(to);
  useSelection.setState(to.present);
}

export const undoSelection = (): void => go(undo(useSelectionHistory.getState()));
export const redoSelection = (): void => go(redo(useSelectionHistory.getState()));
