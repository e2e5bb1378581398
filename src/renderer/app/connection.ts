import { create } from 'zustand';
import { catchUpOutcomes } from '../pairs/outcomes';
import { catchUpRun } from '../run/actions';

/** Whether the engine is there: in a browser its server may be stopped while the page stays. */
export const useConnection = create<{ connected: boolean }>(() => ({ connected: true }));

export function takeConnection(connected: boolean): void {
  const isBack = connected && !useConnection.getState().connected;
  useConnection.setState({ connected });
  if (!isBack) return;
  catchUpOutcomes();
  void catchUpRun();
}
