import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

/** A page that does not read for this long a backlog is dropped; it reconnects and asks for the whole state. */
const MAX_BACKLOG_BYTES = 32 * 1024 * 1024;
const MAX_PAGES = 16;

/** Pushes events to every connected page over WebSockets. Pages send nothing: a message from one closes it. */
export class EventStream {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });

  /** Completes a WebSocket handshake that was checked already. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#server.clients.size >= MAX_PAGES) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (page) => this.#watch(page));
  }

  #watch(page: WebSocket): void {
    page.on('message', () => page.close(1008, 'events only'));
    page.on('error', () => page.terminate());
  }

  send(event: string, payload: unknown): void {
    if (this.#server.clients.size === 0) return;
    const text = JSON.stringify({ event, payload });
    for (const page of this.#server.clients) {
      if (page.bufferedAmount > MAX_BACKLOG_BYTES) page.terminate();
      else if (page.readyState === page.OPEN) page.send(text);
    }
  }

  close(): void {
    for (const page of this.#server.clients) page.terminate();
    this.#server.close();
  }
}
