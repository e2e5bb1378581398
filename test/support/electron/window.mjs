// The double's windows, with their pages.
import { EventEmitter } from 'node:events';
import { app, needsReady, tell, windows } from './lifecycle.mjs';
import { runPreload } from './preload.mjs';

export const handlers = new Map();

export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

/** Calls a handler as a page's `ipcRenderer.invoke` does: what goes over is cloned, and of an error only its message. */
export async function invoke(from, channel, ...args) {
  try {
    const event = { senderFrame: from === null ? null : { url: from, parent: null } };
    return structuredClone(await handlers.get(channel)(event, ...structuredClone(args)));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`, { cause: error });
  }
}

class WebContents extends EventEmitter {
  #url = '';
  isHeld = false;
  #crashed = false;
  #preload;
  #page = null;

  constructor(preload) {
    super();
    this.#preload = preload;
    this.on('render-process-gone', () => (this.#crashed = true));
  }
  getURL = () => this.#url;
  isCrashed = () => this.#crashed;
  /** What the page sees of the preload script. */
  get exposed() {
    return this.#page?.exposed ?? {};
  }
  load(url = this.#url) {
    this.#url = url;
    this.#crashed = false;
    try {
      this.#page = runPreload(this.#preload, (channel, ...args) => invoke(url, channel, ...args));
    } catch (error) {
      this.emit('preload-error', {}, this.#preload, error);
      tell('preload-error', error.message);
    }
    setImmediate(() => this.emit('did-finish-load'));
  }
  setWindowOpenHandler(handler) {
    tell('window-open', handler({ url: 'https://example.org' }).action);
  }
  send(channel, ...args) {
    if (this.#crashed) return tell('sent-to-nobody', channel);
    const clones = structuredClone(args);
    this.#page?.ipcRenderer.emit(channel, {}, ...clones);
    tell('sent', { channel, args: clones });
  }
  reload() {
    tell('reloaded', true);
    this.load();
  }
  forcefullyCrashRenderer() {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }
}

export class BrowserWindow extends EventEmitter {
  static focused = false;
  static getFocusedWindow = () => windows[0] ?? null;
  static getAllWindows = () => [...windows];
  #visible;

  constructor(options) {
    needsReady('BrowserWindow');
    super();
    this.webContents = new WebContents(options.webPreferences.preload);
    this.#visible = options.show !== false;
    windows.push(this);
    tell('window', options);
    app.emit('web-contents-created', {}, this.webContents);
  }
  #alive() {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
  }
  async loadURL(url) {
    this.#alive();
    tell('url', url);
    this.webContents.load(url);
    // A hidden window draws nothing on Wayland.
    if (process.env.WAYLAND_DISPLAY === undefined) setImmediate(() => this.emit('ready-to-show'));
  }
  show() {
    this.#alive();
    this.#visible = true;
    tell('shown', true);
  }
  isDestroyed = () => !windows.includes(this);
  isVisible = () => this.#visible;
  close() {
    this.#alive();
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented || !this.#mayGo()) return;
    windows.splice(windows.indexOf(this), 1);
    tell('closed', true);
    this.emit('closed');
    if (windows.length === 0 && !app.isQuitting) app.emit('window-all-closed');
  }
  /** Asks a page that does not want to be left: who prevents its default lets it go. */
  #mayGo() {
    if (!this.webContents.isHeld) return true;
    const event = { defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
    this.webContents.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  }
  setFullScreen() {
    this.#alive();
  }
  isFullScreen = () => false;
  isMinimized = () => false;
  isMaximized = () => false;
  getNormalBounds() {
    this.#alive();
    return { x: 0, y: 0, width: 1440, height: 900 };
  }
  // Nobody looks at the window until the test says so.
  isFocused = () => BrowserWindow.focused;
  setProgressBar(fraction, options) {
    this.#alive();
    tell('progress-bar', { fraction, mode: options?.mode ?? null });
  }
  focus() {
    this.#alive();
    BrowserWindow.focused = true;
    tell('focused', true);
    this.emit('focus');
  }
  restore() {
    this.#alive();
  }
  /** Shows a window that is not shown yet. */
  maximize() {
    this.#alive();
    tell('maximized', { wasVisible: this.#visible, drawn: this.webContents.getURL() !== '' });
    this.#visible = true;
  }
}
