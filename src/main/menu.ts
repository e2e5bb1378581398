import { basename } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  openFolder(): void;
  openProject(path: string): void;
}

/** Sets the application menu. Called again whenever the list of recent projects changes. */
export function setMenu(actions: MenuActions, recent: string[]): void {
  const isMac = process.platform === 'darwin';
  const recentItems: MenuItemConstructorOptions[] = recent.map((path) => ({
    label: basename(path),
    toolTip: path,
    click: () => actions.openProject(path),
  }));
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      { label: 'Open Folder…', accelerator: 'CmdOrCtrl+O', click: () => actions.openFolder() },
      { label: 'Open Recent', enabled: recent.length > 0, submenu: recentItems },
      { type: 'separator' },
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : ([{ role: 'toggleDevTools' }] satisfies MenuItemConstructorOptions[])),
    ],
  };
  const help: MenuItemConstructorOptions = { role: 'help', submenu: [{ role: 'about' }] };
  const mac: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  const template = [...mac, file, { role: 'editMenu' } as const, view, { role: 'windowMenu' } as const, help];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
