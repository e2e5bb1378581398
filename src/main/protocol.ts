import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import { CONTENT_SECURITY_POLICY } from '@/api';

const SCHEME = 'atoa';
/** The page's origin. Messages from any other are refused. */
export const PAGE_ORIGIN = `${SCHEME}://app`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** Said by us, for the system may think otherwise of a name's ending (the registry of Windows), and a page does not run a
 *  script of another type. */
const SCRIPTS: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer under atoa://app/, with the content security policy as a header. The page therefore never
 *  has the rights of file:// pages, and nothing outside its folder can be reached.
 *  @param pages folder of the built renderer */
export function servePages(pages: string): void {
  const root = resolve(pages);
  protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileOf(root, request.url) : null;
    const answer = file === null ? null : await net.fetch(pathToFileURL(file).toString()).catch(() => null);
    if (file === null || answer === null) return new Response('not found', { status: 404 });
    const headers = new Headers(answer.headers);
    const type = SCRIPTS[extname(file)];
    if (type !== undefined) headers.set('Content-Type', `${type}; charset=utf-8`);
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(answer.body, { status: answer.status, headers });
  });
}

/** The file that an address means; null where it means none, or one outside the folder. */
function fileOf(root: string, address: string): string | null {
  try {
    const { host, pathname } = new URL(address);
    const file = resolve(join(root, decodeURIComponent(pathname)));
    return host === 'app' && file.startsWith(root + sep) && !file.includes('\0') ? file : null;
  } catch {
    // A percent sign that begins no character.
    return null;
  }
}
