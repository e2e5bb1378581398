import type { Method, Reply } from './contract';
import type { ApiEvents } from './types';

export type EventName = keyof ApiEvents;

/** What the preload script puts on `window.atoa` in Electron. Browser mode builds the same over HTTP and a WebSocket. */
export interface Bridge {
  call(method: Method, input: unknown): Promise<Reply<unknown>>;
  /** @returns a function that removes the listener */
  on<E extends EventName>(event: E, listener: (payload: ApiEvents[E]) => void): () => void;
  /** Told whether the engine can be reached, whenever that changes.
   *  @returns a function that removes the listener */
  onConnection(listener: (connected: boolean) => void): () => void;
  /** The path of a file or folder that was dropped on the page; null where the shell cannot tell. */
  pathOf(file: unknown): string | null;
}
