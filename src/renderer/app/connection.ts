import { create } from 'zustand';

/** Whether the engine is there: in a browser its server may be stopped while the page stays. */
export const useConnection = create<{ connected: boolean }>(() => ({ connected: true }));

export function takeConnection(connected: boolean): void {
  useConnection.setState({ connected });
}
