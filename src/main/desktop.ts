import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu, nativeTheme, shell } from 'electron';
import log from 'electron-log/main';
import type { MenuEntry, Preferences } from '@/api';
import { menuTemplate, type MenuActions } from './menu';
import { texts } from './texts';

/** As a package must name it too (docs/desktop.md). */
const APP_ID = 'org.atoa.desktop';

/** Keeps the application's menu in step with the recent projects and with what the page can do. */
export class ApplicationMenu {
  readonly #actions: MenuActions;
  #recent: readonly string[] = [];
  #entries: readonly MenuEntry[] = [];

  constructor(actions: MenuActions) {
    this.#actions = actions;
    this.#set();
  }

  showRecent(recent: readonly string[]): void {
    this.#recent = recent;
    this.#set();
  }

  /** @param entries none where there is no page */
  showEntries(entries: readonly MenuEntry[]): void {
    this.#entries = entries;
    this.#set();
  }

  #set(): void {
    const state = {
      platform: process.platform,
      development: !app.isPackaged,
      recent: this.#recent,
      entries: this.#entries,
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, this.#actions)));
  }
}

/** Windows knows an application, for its notifications and on its taskbar, by an id: that which a package gives to the
 *  entry in the Start menu, or, unpackaged, the executable. */
export function nameForWindows(): void {
  if (process.platform === 'win32') app.setAppUserModelId(app.isPackaged ? APP_ID : process.execPath);
}

/** The user's folder of documents, or the home folder where the system cannot tell. */
export function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return app.getPath('home');
  }
}

/** Menus, dialogs and the page's own colours follow the theme; the log takes what is at least as grave as its level. */
export function applyPreferences({ theme, logLevel }: Preferences): void {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
  log.transports.file.level = logLevel;
}

/** @param root the application's folder */
export function showFolder(root: string, which: 'logs' | 'documentation'): void {
  // The system's file manager cannot look into an archive: packaged documents lie beside it.
  const unpacked = root.replace(/app\.asar$/, 'app.asar.unpacked');
  const folder = which === 'logs' ? app.getPath('logs') : join(unpacked, 'docs');
  void shell.openPath(folder).then((error) => {
    if (error !== '') log.warn(`${folder} cannot be shown: ${error}`);
  });
}

/** Tells the system of a project, for its own lists of recent documents: its file of parameters where it has one. */
export function addToSystemRecent(project: string): void {
  const file = join(project, 'atoa.yaml');
  app.addRecentDocument(existsSync(file) ? file : project);
}

/** What the system's own panel says, where it is shown instead of the page's. */
export function describeForAboutPanel(): void {
  const { electron = '', chrome = '', node } = process.versions as Partial<NodeJS.ProcessVersions>;
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    copyright: texts.licence,
    credits: texts.credits(electron, chrome, node ?? ''),
  });
}
