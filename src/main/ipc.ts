import { ipcMain, type BrowserWindow } from 'electron';
import { CHANNELS, type ApiFailure, type Reply } from '@/api';
import type { Session } from '@/session';
import { isOwnPage } from './security';

/** Connects the page to the session: calls by `invoke`, news by `send`. The session checks every input itself.
 *  @param windows the windows that are told the news */
export function connectPages(session: Session, windows: () => BrowserWindow[]): void {
  ipcMain.handle(CHANNELS.call, async (event, method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event.senderFrame)) return refused('a message from a foreign page was refused');
    if (typeof method !== 'string') return refused('a message without a method was refused');
    return session.call(method, input);
  });
  session.subscribe((event, payload) => {
    for (const window of windows()) {
      // Electron complains of each message to a page that has crashed. It asks for all when it is there again.
      if (window.isDestroyed() || window.webContents.isCrashed()) continue;
      window.webContents.send(CHANNELS.event, event, payload);
    }
  });
}

function refused(message: string): Reply<unknown> {
  const error: ApiFailure = { code: 'refused', message, advice: null };
  return { ok: false, error };
}
