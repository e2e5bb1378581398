// The double's `app`: what may be done when, and how it quits.
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
export const tell = (kind, value) => process.send?.({ kind, value });

let ready = false;
let willBeReady = null;

/** Electron is ready some time after the main script has been run, never in the midst of it. */
function becomeReady() {
  return new Promise((done) => {
    setTimeout(() => {
      ready = true;
      app.emit('ready', {}, {});
      done();
    }, 100);
  });
}

/** Windows that are open, in the order in which they were opened. */
export const windows = [];

/** @throws as Electron does, or worse, where something needs the app to be ready and it is not */
export function needsReady(what) {
  if (!ready) throw new Error(`${what} cannot be used before the app is ready`);
}

function needsUnready(what) {
  if (ready) throw new Error(`${what} should be called before app is ready`);
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  name: 'Atoa',
  getName: () => 'Atoa',
  getVersion: () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  getAppPath: () => root,
  getPath(name) {
    if (name === process.env.ATOA_DOUBLE_WITHOUT) throw new Error(`Failed to get '${name}' path`);
    const path = join(process.env.ATOA_DOUBLE_HOME, name);
    mkdirSync(path, { recursive: true });
    return path;
  },
  isReady: () => ready,
  whenReady: () => (willBeReady ??= becomeReady()),
  requestSingleInstanceLock(data) {
    tell('lock', structuredClone(data));
    return process.env.ATOA_DOUBLE_SECOND === undefined;
  },
  setAboutPanelOptions: (options) => tell('about', options),
  addRecentDocument: (path) => tell('recent-document', path),
  clearRecentDocuments: () => tell('recent-cleared', true),
  enableSandbox() {
    needsUnready('app.enableSandbox()');
    tell('sandbox', true);
  },
  // As Electron does: first it asks, then it closes all windows, each of which may refuse; `window-all-closed` is not told.
  quit() {
    let prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    app.isQuitting = true;
    for (const window of [...windows]) window.close();
    app.isQuitting = false;
    if (windows.length > 0) return;
    app.emit('will-quit', { preventDefault: () => undefined });
    process.exit(0);
  },
});

// Set by Electron where it was started with an application's folder, as `electron .` is.
process.defaultApp = true;

export const protocolOf = (protocols) => ({
  registerSchemesAsPrivileged(schemes) {
    needsUnready('protocol.registerSchemesAsPrivileged');
    tell('schemes', schemes);
  },
  handle(scheme, handler) {
    needsReady('protocol.handle');
    protocols.set(scheme, handler);
  },
});
