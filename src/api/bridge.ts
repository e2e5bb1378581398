import type { Method, Reply } from './contract';
import type { ApiEvents } from './types';

export type EventName = keyof ApiEvents;

/** Whether the engine can be reached: `refused` where it is there and takes no call of this page, which has the token of
 *  another start of it, or none. */
export type Connection = 'connected' | 'away' | 'refused';

/** What the preload script puts on `window.atoa` in Electron. Browser mode builds the same over HTTP and a WebSocket. */
export interface Bridge {
  call(method: Method, input: unknown): Promise<Reply<unknown>>;
  /** @returns a function that removes the listener */
  on<E extends EventName>(event: E, listener: (payload: ApiEvents[E]) => void): () => void;
  /** Told whenever it may have changed. Nothing comes after `refused`: the page is to be opened anew.
   *  @returns a function that removes the listener */
  onConnection(listener: (connection: Connection) => void): () => void;
  /** The path of a file or folder that was dropped on the page; null where the shell cannot tell. */
  pathOf(file: unknown): string | null;
}
