import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { CONTENT_SECURITY_POLICY } from '@/api';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Headers of every answer: the page may load nothing from elsewhere, and its address (with the token) leaks nowhere. */
export const SAFE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Sends a file of the built renderer. Paths that leave its folder are not found. */
export async function sendPage(root: string, pathname: string, response: ServerResponse): Promise<void> {
  const name = pathname === '/' ? 'index.html' : decodeURIComponent(pathname.slice(1));
  const file = resolve(root, name);
  const inside = file.startsWith(root + sep) && !name.includes('\0');
  const body = inside ? await readFile(file).catch(() => null) : null;
  if (body === null) {
    response.writeHead(404, { ...SAFE_HEADERS, 'Content-Type': 'text/plain' }).end('not found');
    return;
  }
  // Built assets carry a hash in their name and never change; the page itself must be asked for anew.
  const cache = name.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-store';
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...SAFE_HEADERS, 'Content-Type': type, 'Cache-Control': cache }).end(body);
}
