import { join } from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import log from 'electron-log/main';
import { createSession, type Session } from '@/session';
import { showTextMenu } from './contextMenu';
import { watchPage } from './crashes';
import {
  addToSystemRecent,
  ApplicationMenu,
  applyPreferences,
  describeForAboutPanel,
  documentsFolder,
  nameForWindows,
  showFolder,
} from './desktop';
import { nativeDialogs } from './dialogs';
import { connectPages } from './ipc';
import { UtilityLauncher } from './launcher';
import { outliveOutput, startLog } from './log';
import type { MenuActions } from './menu';
import { listenForOpenings } from './openings';
import { registerScheme, servePages } from './protocol';
import { Quitting } from './quitting';
import { hardenContents, restrictPermissions } from './security';
import { taskbar } from './taskbar';
import { openWindow } from './window';

/** Told to whoever started us with `--announce`, so that it knows the window is there. */
const READY_LINE = 'atoa: window ready';

type OnOpen = (open: (path: string | null) => void) => void;

/** Starts the desktop application: one instance, one window, one session. */
export function startApplication(): void {
  outliveOutput();
  app.enableSandbox();
  registerScheme();
  hardenContents();
  nameForWindows();
  startLog();
  const onOpen = listenForOpenings();
  if (onOpen === false) {
    app.quit();
    return;
  }
  void app.whenReady().then(() => run(onOpen));
}

function run(onOpen: OnOpen): void {
  const root = app.getAppPath();
  const built = (path: string) => join(root, 'out', path);
  const userData = app.getPath('userData');
  restrictPermissions();
  servePages(built('renderer'));
  describeForAboutPanel();

  let window: BrowserWindow | null = null;
  let notifyAtEnd = true;
  const signs = taskbar({ window: () => window, show: () => comeForward() });
  const menu = new ApplicationMenu(menuActions(() => session));
  const session = createSession({
    face: 'electron',
    version: app.getVersion(),
    launcher: new UtilityLauncher({ pair: built('main/workers/pair.js'), writer: built('main/workers/writer.js') }),
    log,
    userData,
    demoFolder: join(documentsFolder(), 'Atoa demo'),
    dialogs: nativeDialogs,
    reveal: (path) => shell.showItemInFolder(path),
    progress: signs.progress,
    notify: (title, text) => {
      if (notifyAtEnd) signs.notify(title, text);
    },
    showFolder: (which) => showFolder(root, which),
    publishMenu: (entries) => menu.showEntries(entries),
    applyPreferences: (preferences) => {
      notifyAtEnd = preferences.notifyAtEnd;
      applyPreferences(preferences);
    },
    recentChanged: (paths) => {
      menu.showRecent(paths);
      if (paths[0] !== undefined) addToSystemRecent(paths[0]);
    },
  });
  connectPages(session, () => (window ? [window] : []));
  const quitting = new Quitting(session);

  const onShown = () => {
    if (process.argv.includes('--announce')) process.stdout.write(`${READY_LINE}\n`);
  };
  const show = () => {
    window = openWindow({ preload: built('preload/index.cjs'), userData, log, onShown });
    watchPage(window, log);
    showTextMenu(window);
    quitting.guard(window);
    window.on('closed', () => {
      window = null;
      menu.showEntries([]);
    });
  };
  const comeForward = () => {
    if (window === null) return show();
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  show();
  void session.call('recentProjects', {}).then((reply) => {
    if (reply.ok) menu.showRecent((reply.value as { path: string }[]).map(({ path }) => path));
  });

  onOpen((path) => {
    if (path !== null) session.openFromOutside(path);
    comeForward();
  });
  app.on('activate', () => {
    if (window === null) show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

function menuActions(session: () => Session): MenuActions {
  return {
    openProject: (path) => session().openFromOutside(path),
    openFolder: () => {
      void nativeDialogs.chooseFolder().then((path) => {
        if (path !== null) session().openFromOutside(path);
      });
    },
    clearRecent: () => {
      app.clearRecentDocuments();
      void session().call('clearRecent', {});
    },
    command: (id) => session().sendCommand(id),
  };
}
