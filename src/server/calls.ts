import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiFailure, Reply } from '@/api';
import { SAFE_HEADERS } from './pages';

/** Largest request body. A selection of 100,000 names fits. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

export type Call = (method: string, input: unknown) => Promise<Reply<unknown>>;

class BodyError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Answers `POST /api/<method>`: JSON in, a `Reply` as JSON out. */
export async function answerCall(
  call: Call,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const input = await readJson(request);
    send(response, 200, await call(method, input));
  } catch (error) {
    const status = error instanceof BodyError ? error.status : 500;
    const message = error instanceof Error ? error.message : String(error);
    const failure: ApiFailure = { code: status === 500 ? 'internal' : 'bad-request', message, advice: null };
    send(response, status, { ok: false, error: failure });
    if (status === 413) request.destroy();
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    throw new BodyError(415, 'expected application/json');
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_BODY_BYTES) throw new BodyError(413, `the request is larger than ${MAX_BODY_BYTES} bytes`);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new BodyError(400, 'the request is not JSON');
  }
}

function send(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  const headers = { ...SAFE_HEADERS, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  response.writeHead(status, headers).end(JSON.stringify(reply));
}
