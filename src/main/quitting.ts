import { app, BrowserWindow } from 'electron';
import type { Session } from '@/session';
import { ask, askAtOnce } from './ask';
import { texts } from './texts';

/** Sees to it that nothing is lost by accident, of a run, an export or parameters that are not saved: asks before one is
 *  stopped or they go, and quits when workers are gone and files that are being written are whole. */
export class Quitting {
  readonly #session: Session;
  #agreed = false;
  #asking = false;
  #closing = false;
  #closed = false;

  constructor(session: Session) {
    this.#session = session;
    // Holding up what needs no time would cancel a log-out or shutdown of a Mac. Not before all windows are closed: one of
    // them may refuse.
    app.on('will-quit', () => {
      if (!this.#closed) void session.close();
      this.#closed = true;
    });
    app.on('before-quit', (event) => {
      if (this.#closed || !session.isBusy) return;
      event.preventDefault();
      void this.#agree(null).then((agreed) => {
        if (agreed) void this.#close();
      });
    });
  }

  /** Where closing the window quits, it asks first. On macOS the application, and its run, go on without a window. */
  guard(window: BrowserWindow): void {
    // The page has refused to go: `preventDefault` lets it go all the same.
    window.webContents.on('will-prevent-unload', (event) => {
      const { message, detail, leave, stay } = texts.unsaved;
      const words = { message, detail, deed: leave, otherwise: stay };
      if (askAtOnce(window, { type: 'question', ...words, usual: 'otherwise' })) event.preventDefault();
      else this.#stay();
    });
    if (process.platform === 'darwin') return;
    window.on('close', (event) => {
      if (this.#agreed || this.#loss === null) return;
      event.preventDefault();
      void this.#agree(window).then((agreed) => {
        if (agreed && !window.isDestroyed()) window.close();
      });
    });
  }

  /** What quitting now would stop. */
  get #loss(): 'run' | 'export' | null {
    if (this.#session.isRunning) return 'run';
    return this.#session.isExporting ? 'export' : null;
  }

  async #agree(window: BrowserWindow | null): Promise<boolean> {
    const loss = this.#loss;
    if (this.#agreed || loss === null) return true;
    if (this.#asking) return false;
    this.#asking = true;
    const { message, detail, quit, cancel } = texts.quit[loss];
    const words = { message, detail, deed: quit, otherwise: cancel };
    this.#agreed = await ask(window, { type: 'question', ...words, usual: 'otherwise' });
    this.#asking = false;
    return this.#agreed;
  }

  /** The window is kept: what was agreed on is asked again the next time. */
  #stay(): void {
    this.#agreed = this.#closing = false;
  }

  async #close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    for (const window of BrowserWindow.getAllWindows()) if (!(await this.#goes(window))) return;
    await this.#session.close().catch(() => undefined);
    this.#closed = true;
    app.quit();
  }

  /** Closes a window, unless what is in it is to be kept. */
  #goes(window: BrowserWindow): Promise<boolean> {
    return new Promise((done) => {
      window.once('closed', () => done(true));
      // After the handler of `guard`.
      window.webContents.once('will-prevent-unload', ({ defaultPrevented }) => defaultPrevented || done(false));
      window.close();
    });
  }
}
