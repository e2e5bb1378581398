import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Session } from '@/session';
import { answerCall } from './calls';
import { sendDownload } from './downloads';
import { EventStream } from './events';
import { isToken, refuseForeign, type Refusal } from './guard';
import { SAFE_HEADERS, sendPage } from './pages';

export interface ServerOptions {
  session: Session;
  /** Folder of the built renderer. */
  pages: string;
  /** 0 takes any free port. */
  port: number;
  /** ms that a request may take to arrive whole (30,000). */
  requestTimeoutMs?: number;
}

/** More connections than pages of one user ever have; others wait in nobody's memory. */
const MAX_CONNECTIONS = 256;
/** Where files lie that replies have offered for download. */
const EXPORTS = '/exports/';
const REQUEST_TIMEOUT_MS = 30_000;
/** How often connections are looked at that take too long. */
const CHECK_EVERY_MS = 1000;

export interface RunningServer {
  /** The address to open, with its token. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Serves the renderer and the api on 127.0.0.1 alone. Whoever knows the random token may use it.
 *  @throws when the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { session, pages, port, requestTimeoutMs: requestTimeout = REQUEST_TIMEOUT_MS } = options;
  const token = randomBytes(24).toString('base64url');
  const events = new EventStream();
  const unsubscribe = session.subscribe((event, payload) => events.send(event, payload));
  const call = (method: string, input: unknown) => session.call(method, input);
  const limits = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: CHECK_EVERY_MS };
  const server = createServer(limits, (request, response) => {
    // A request that cannot even be parsed (a broken escape in its path, say) must not take the server down.
    route(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, SAFE_HEADERS);
      response.end();
    });
  });

  server.maxConnections = MAX_CONNECTIONS;

  const boundPort = (): number => (server.address() as AddressInfo).port;

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuseForeign(request, boundPort());
    if (refusal) return refuse(response, refusal);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith('/api/')) {
      if (!isToken(singleHeader(request, 'x-atoa-token'), token)) {
        return refuse(response, { status: 401, reason: 'missing or wrong token' });
      }
      if (request.method !== 'POST') {
        response.writeHead(405, { ...SAFE_HEADERS, Allow: 'POST' }).end();
        return;
      }
      return answerCall(call, url.pathname.slice('/api/'.length), request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...SAFE_HEADERS, Allow: 'GET, HEAD' }).end();
      return;
    }
    // Its address is a secret of its own: a link has no room for the token.
    if (url.pathname.startsWith(EXPORTS)) {
      return sendDownload(session.download(url.pathname.slice(EXPORTS.length)), response);
    }
    return sendPage(pages, url.pathname, response);
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node listens to it no more: a page that goes away before our answer has gone out would take the server down.
    socket.on('error', () => socket.destroy());
    const foreign = refuseForeign(request, boundPort()) !== null || request.headers.origin === undefined;
    const address = URL.canParse(request.url ?? '/', 'http://127.0.0.1') ? (request.url ?? '/') : '/';
    const url = new URL(address, 'http://127.0.0.1');
    if (foreign || url.pathname !== '/events' || !isToken(url.searchParams.get('token'), token)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    events.accept(request, socket, head);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${boundPort()}/?token=${token}`,
    port: boundPort(),
    async close() {
      unsubscribe();
      events.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Says of a port that cannot be had what to do. */
function portError(error: NodeJS.ErrnoException, port: number): Error {
  const other = 'Name another one by --port, or leave it out for any free one.';
  if (error.code === 'EADDRINUSE') return new Error(`port ${port} is in use by another program\n      ${other}`);
  if (error.code === 'EACCES') return new Error(`port ${port} is not allowed to this user\n      ${other}`);
  return error;
}

function singleHeader(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, { ...SAFE_HEADERS, 'Content-Type': 'text/plain', Connection: 'close' }).end(reason);
}
