import { BrowserWindow, nativeTheme } from 'electron';
import type { Logger } from '@/executive';
import { PAGE_URL } from './protocol';
import { readWindowState, rememberWindowState } from './windowState';

/** A window that waits longer than this for its first frame is shown without it. */
const PATIENCE_MS = 3000;

export interface WindowOptions {
  /** Path of the built preload script. */
  preload: string;
  userData: string;
  log: Logger;
  /** Called once, when the window is there. */
  onShown(): void;
}

/** Opens the application's window. It appears when its first frame is drawn, so there is no white flash. */
export function openWindow({ preload, userData, log, onShown }: WindowOptions): BrowserWindow {
  const state = readWindowState(userData);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...state?.bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Atoa',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#141517' : '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  rememberWindowState(window, userData);
  window.webContents.on('preload-error', (_event, path, error) =>
    log.error(`${path}: ${error.stack ?? error.message}`),
  );
  whenDrawn(window, () => {
    // Maximizing shows a window: any earlier it would be shown empty.
    if (state?.maximized) window.maximize();
    window.show();
    if (state?.fullScreen) window.setFullScreen(true);
    onShown();
  });
  window.loadURL(PAGE_URL).catch((error: unknown) => log.error(`the page cannot be loaded: ${String(error)}`));
  return window;
}

/** Calls `show` once, when the first frame is drawn. On Wayland a hidden window may draw none: there it is shown when its
 *  page is loaded. Where neither comes to pass it is shown all the same.
 *  @see https://github.com/electron/electron/issues/48859 */
function whenDrawn(window: BrowserWindow, show: () => void): void {
  let shown = false;
  const once = () => {
    clearTimeout(timer);
    if (shown || window.isDestroyed()) return;
    shown = true;
    show();
  };
  const timer = setTimeout(once, PATIENCE_MS);
  window.once('ready-to-show', once);
  if (process.env.WAYLAND_DISPLAY) window.webContents.once('did-finish-load', once);
  window.once('closed', () => clearTimeout(timer));
}
