import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import { CONTENT_SECURITY_POLICY } from '@/api';

const SCHEME = 'atoa';
/** The page's origin. Messages from any other are refused. */
export const PAGE_ORIGIN = `${SCHEME}://app`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer under atoa://app/, with the content security policy as a header. The page therefore never
 *  has the rights of file:// pages, and nothing outside its folder can be reached.
 *  @param pages folder of the built renderer */
export function servePages(pages: string): void {
  const root = resolve(pages);
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = resolve(join(root, decodeURIComponent(url.pathname)));
    if (url.host !== 'app' || request.method !== 'GET' || !file.startsWith(root + sep)) {
      return new Response('not found', { status: 404 });
    }
    const answer = await net.fetch(pathToFileURL(file).toString()).catch(() => null);
    if (answer === null) return new Response('not found', { status: 404 });
    const headers = new Headers(answer.headers);
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(answer.body, { status: answer.status, headers });
  });
}
