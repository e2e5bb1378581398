import { app, type BrowserWindow } from 'electron';
import type { Session } from '@/session';
import { ask } from './ask';
import { texts } from './texts';

/** Sees to it that nothing of a run or an export is lost by accident: asks before one is stopped, and quits when its
 *  workers are gone and files that are being written are whole. */
export class Quitting {
  readonly #session: Session;
  #agreed = false;
  #asking = false;
  #closed = false;

  constructor(session: Session) {
    this.#session = session;
    app.on('before-quit', (event) => {
      if (this.#closed) return;
      if (!session.isBusy) {
        // Holding up what needs no time would cancel a log-out or shutdown of a Mac.
        this.#closed = true;
        void session.close();
        return;
      }
      event.preventDefault();
      void this.#agree(null).then((agreed) => {
        if (agreed) void this.#close();
      });
    });
  }

  /** Where closing the window quits, it asks first. On macOS the application, and its run, go on without a window. */
  guard(window: BrowserWindow): void {
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

  async #close(): Promise<void> {
    await this.#session.close().catch(() => undefined);
    this.#closed = true;
    app.quit();
  }
}
