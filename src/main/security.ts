import { app, session, type WebContents } from 'electron';
import { PAGE_ORIGIN, PAGE_URL } from './protocol';

/** What a page asks for when it puts text on the clipboard. All else is denied: it is never needed. */
const ALLOWED = 'clipboard-sanitized-write';

/** Denies, for every page this application ever makes, what it never needs: navigation, new windows, embedded views.
 *  @see Electron's security checklist */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      // A page that reloads itself navigates to where it is.
      if (event.url !== PAGE_URL || contents.getURL() !== PAGE_URL) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Denies all permissions but the one that is needed, to our own page. Needs the app to be ready. */
export function restrictPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { isMainFrame, requestingUrl }) => {
    answer(permission === ALLOWED && isMainFrame && isOwnUrl(requestingUrl));
  });
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, _origin, { isMainFrame, requestingUrl = '' }) =>
      permission === ALLOWED && isMainFrame && isOwnUrl(requestingUrl),
  );
}

/** Whether a message comes from the top frame of our own page. */
export function isOwnPage(frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}

function isOwnUrl(url: string): boolean {
  return url.startsWith(`${PAGE_ORIGIN}/`);
}
