import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is refused, as an HTTP status and a sentence. */
export interface Refusal {
  status: 401 | 403;
  reason: string;
}

/** Checks what every request must satisfy: the `Host` and, where sent, the `Origin` are this server's loopback address.
 *  A page of another site can reach the port, by its own name rebound to 127.0.0.1 even, but cannot forge these. */
export function refuseForeign(request: IncomingMessage, port: number): Refusal | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return { status: 403, reason: 'wrong Host' };
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return { status: 403, reason: 'wrong Origin' };
  }
  return null;
}

/** Compares a presented token with the expected one in time that does not depend on where they differ. */
export function isToken(presented: string | null | undefined, expected: string): boolean {
  if (typeof presented !== 'string') return false;
  const a = Buffer.from(presented);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
