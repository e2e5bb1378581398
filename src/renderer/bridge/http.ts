import type { ApiEvents, ApiFailure, Bridge, Connection, EventName, Method, Reply } from '@/api';

/** What the bridge needs of the browser; tests pass doubles. */
export interface HttpHost {
  /** Origin of the page, such as http://127.0.0.1:4321 */
  origin: string;
  token: string;
  fetch: typeof fetch;
  connect(url: string): Pick<WebSocket, 'close'> & {
    onopen: (() => void) | null;
    onclose: (() => void) | null;
    onmessage: ((message: { data: unknown }) => void) | null;
  };
  later(action: () => void, milliseconds: number): void;
}

const FIRST_DELAY = 250;
const LONGEST_DELAY = 10_000;

const REFUSED: ApiFailure = {
  code: 'wrong-token',
  message: 'This page may not speak with the Atoa that runs now.',
  advice: 'Open the address that `atoa serve` shows in its terminal.',
};

type Listeners = { [E in EventName]: Set<(payload: ApiEvents[E]) => void> };

/** The engine over HTTP and a WebSocket: what the preload script is in Electron. Events lost while the connection was
 *  down are made good by asking for the run's state after every reconnection; its outcomes are the page's to ask for. */
export function createHttpBridge(host: HttpHost): Bridge {
  const listeners: Listeners = {
    run: new Set(),
    earlier: new Set(),
    problems: new Set(),
    openProject: new Set(),
    parametersChanged: new Set(),
    turned: new Set(),
    parametersSaved: new Set(),
    export: new Set(),
    command: new Set(),
    preferences: new Set(),
  };

  const watchers = new Set<(connection: Connection) => void>();

  function emit<E extends EventName>(event: E, payload: ApiEvents[E]): void {
    for (const listener of listeners[event]) listener(payload);
  }

  async function call(method: Method, input: unknown): Promise<Reply<unknown>> {
    try {
      const response = await host.fetch(`${host.origin}/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-atoa-token': host.token },
        body: JSON.stringify(input),
      });
      if (response.status === 401) return { ok: false, error: REFUSED };
      return (await response.json()) as Reply<unknown>;
    } catch (cause) {
      return {
        ok: false,
        error: {
          code: 'unreachable',
          message: `Atoa's engine does not answer (${cause instanceof Error ? cause.message : String(cause)}).`,
          advice: 'See whether `atoa serve` still runs in its terminal, then reload this page.',
        },
      };
    }
  }

  async function catchUp(): Promise<void> {
    const reply = await call('runState', {});
    if (!reply.ok || reply.value === null) return;
    emit('run', { progress: reply.value as ApiEvents['run']['progress'], outcomes: [] });
  }

  function tell(connection: Connection): void {
    watchers.forEach((watcher) => watcher(connection));
  }

  /** A socket that is refused does not say why; a call does. */
  async function reconnect(wait: number): Promise<void> {
    const reply = await call('runState', {});
    if (!reply.ok && reply.error.code === REFUSED.code) return tell('refused');
    host.later(() => listen(Math.min(wait * 2, LONGEST_DELAY), true), wait);
  }

  function listen(delay: number, again: boolean): void {
    let wait = delay;
    const socket = host.connect(`${host.origin.replace(/^http/, 'ws')}/events?token=${encodeURIComponent(host.token)}`);
    socket.onopen = () => {
      wait = FIRST_DELAY;
      tell('connected');
      if (again) void catchUp();
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as { event: EventName; payload: never };
      if (message.event in listeners) emit(message.event, message.payload);
    };
    socket.onclose = () => {
      tell('away');
      void reconnect(wait);
    };
  }

  listen(FIRST_DELAY, false);
  return {
    call,
    on(event, listener) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    onConnection(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    pathOf: () => null,
  };
}
