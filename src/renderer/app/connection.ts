import { create } from 'zustand';
import type { Connection } from '@/api';
import { catchUpOutcomes } from '../pairs/outcomes';
import { catchUpRun } from '../run/actions';

/** Whether the engine is there: in a browser its server may be stopped while the page stays. */
export const useConnection = create<{ connected: boolean; refused: boolean }>(() => ({
  connected: true,
  refused: false,
}));

export function takeConnection(connection: Connection): void {
  const connected = connection === 'connected';
  const isBack = connected && !useConnection.getState().connected;
  useConnection.setState({ connected, refused: connection === 'refused' });
  if (!isBack) return;
  catchUpOutcomes();
  void catchUpRun();
}
