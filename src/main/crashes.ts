import { app, type BrowserWindow } from 'electron';
import type { Logger } from '@/executive';
import { ask } from './ask';
import { texts } from './texts';

/** Brings a page back that crashed or hangs. The engine and its run live in this process and go on meanwhile; a page
 *  that loads again shows the open project and its run. */
export function watchPage(window: BrowserWindow, log: Logger): void {
  const contents = window.webContents;
  /** The page is being crashed by us, to be reloaded. */
  let forced = false;
  let waiting: AbortController | null = null;

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    waiting?.abort();
    if (forced || reason === 'clean-exit' || window.isDestroyed()) return;
    log.error(`the page is gone: ${reason}, exit code ${exitCode}`);
    void askAfterCrash(window, reason);
  });
  window.on('unresponsive', () => {
    if (waiting || window.isDestroyed()) return;
    log.warn('the page does not respond');
    const abort = new AbortController();
    waiting = abort;
    void askToWait(window, abort.signal).then((reload) => {
      waiting = null;
      if (!reload || window.isDestroyed()) return;
      forced = true;
      contents.forcefullyCrashRenderer();
      contents.reload();
      contents.once('did-finish-load', () => (forced = false));
    });
  });
  window.on('responsive', () => waiting?.abort());
}

async function askAfterCrash(window: BrowserWindow, reason: string): Promise<void> {
  const { message, detail, reload, quit } = texts.crash;
  const words = { message, detail: detail(reason), deed: reload, otherwise: quit };
  const isToReload = await ask(window, { type: 'error', ...words, usual: 'deed' });
  if (!isToReload) app.quit();
  else if (!window.isDestroyed()) window.webContents.reload();
}

/** @returns whether to reload; not where the page came back by itself meanwhile */
async function askToWait(window: BrowserWindow, signal: AbortSignal): Promise<boolean> {
  const { message, detail, reload, wait } = texts.unresponsive;
  const words = { message, detail, deed: reload, otherwise: wait };
  const isToReload = await ask(window, { type: 'warning', ...words, usual: 'otherwise', signal });
  return isToReload && !signal.aborted;
}
