import type { ApiEvents, EventName } from '@/api';
import type { SessionListener } from './host';

/** The faces that listen to a session. */
export class Broadcast {
  readonly #listeners = new Set<SessionListener>();

  subscribe(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send<E extends EventName>(event: E, payload: ApiEvents[E]): void {
    for (const listener of this.#listeners) listener(event, payload);
  }
}
