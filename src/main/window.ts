import { BrowserWindow, nativeTheme } from 'electron';
import { PAGE_URL } from './protocol';
import { readWindowState, rememberWindowState } from './windowState';

/** Opens the application's window. It appears when its first frame is drawn, so there is no white flash.
 *  @param preload path of the built preload script */
export function openWindow(preload: string, userData: string): BrowserWindow {
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
  if (state?.maximized) window.maximize();
  if (state?.fullScreen) window.setFullScreen(true);
  rememberWindowState(window, userData);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(PAGE_URL);
  return window;
}
