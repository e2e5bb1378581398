import { join, resolve } from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import log from 'electron-log/main';
import { createSession, type Session } from '@/session';
import { nativeDialogs } from './dialogs';
import { connectPages } from './ipc';
import { UtilityLauncher } from './launcher';
import { setMenu } from './menu';
import { registerScheme, servePages } from './protocol';
import { denyPermissions, hardenContents } from './security';
import { taskbar } from './taskbar';
import { openWindow } from './window';

/** Told to whoever started us with `--announce`, so that it knows the window is there. */
const READY_LINE = 'atoa: window ready';

/** Starts the desktop application: one instance, one window, one session. */
export function startApplication(): void {
  app.enableSandbox();
  registerScheme();
  hardenContents();
  log.errorHandler.startCatching({ showDialog: false });

  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  void app.whenReady().then(run);
}

function run(): void {
  const root = app.getAppPath();
  const built = (path: string) => join(root, 'out', path);
  const userData = app.getPath('userData');
  denyPermissions();
  servePages(built('renderer'));

  let window: BrowserWindow | null = null;
  const session = createSession({
    face: 'electron',
    version: app.getVersion(),
    launcher: new UtilityLauncher({ pair: built('main/workers/pair.js'), writer: built('main/workers/writer.js') }),
    log,
    userData,
    demoFolder: join(app.getPath('documents'), 'Atoa demo'),
    dialogs: nativeDialogs,
    reveal: (path) => shell.showItemInFolder(path),
    ...taskbar(() => window),
    recentChanged: (paths) => setMenu(menuActions(session), paths),
  });
  connectPages(session, () => (window ? [window] : []));
  setMenu(menuActions(session), []);

  const show = () => {
    window = openWindow(built('preload/index.cjs'), userData);
    window.once('ready-to-show', () => {
      if (process.argv.includes('--announce')) process.stdout.write(`${READY_LINE}\n`);
    });
    window.on('closed', () => (window = null));
  };
  show();
  openFromArguments(session, process.argv);

  app.on('second-instance', (_event, argv) => {
    openFromArguments(session, argv);
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    session.openFromOutside(path);
  });
  app.on('activate', () => {
    if (window === null) show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeSessionBeforeQuit(session);
}

function menuActions(session: Session) {
  return {
    openProject: (path: string) => session.openFromOutside(path),
    openFolder: () => {
      void nativeDialogs.chooseFolder().then((path) => {
        if (path !== null) session.openFromOutside(path);
      });
    },
  };
}

function openFromArguments(session: Session, argv: string[]): void {
  const given = argv.find((arg) => arg.startsWith('--project='));
  if (given !== undefined) session.openFromOutside(resolve(given.slice('--project='.length)));
}

/** Quitting waits until a run in progress has stopped and its workers are gone. */
function closeSessionBeforeQuit(session: Session): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void session.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
