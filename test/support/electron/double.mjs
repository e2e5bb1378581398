// A double of the `electron` module for the main process, run by plain Node: windows are recorded, IPC goes to the test
// over the process channel, utilityProcess is a child process with a `parentPort`. It implements what Atoa uses, by
// Electron's documentation, and nothing more: whatever else is asked for is undefined and fails loudly.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { app, needsReady, protocolOf, tell, windows } from './lifecycle.mjs';
import { choose, Menu } from './menu.mjs';
import { DroppedFile } from './preload.mjs';
import { utilityProcess } from './utility.mjs';
import { BrowserWindow, invoke, ipcMain } from './window.mjs';

class Notification extends EventEmitter {
  static isSupported = () => true;
  constructor(options) {
    needsReady('Notification');
    super();
    this.options = options;
  }
  show() {
    tell('notification', this.options);
    setImmediate(() => this.emit('click'));
  }
}

const permissions = { request: null, check: null };
const session = {
  get defaultSession() {
    needsReady('session');
    return {
      setPermissionRequestHandler: (handler) => (permissions.request = handler),
      setPermissionCheckHandler: (handler) => (permissions.check = handler),
    };
  },
};

/** What a page is allowed: first Chromium checks, then it requests. */
function mayI({ permission, url, isMainFrame }) {
  const details = { isMainFrame, requestingUrl: url };
  let granted = null;
  permissions.request({}, permission, (answer) => (granted = answer), details);
  return { check: permissions.check(null, permission, new URL(url).origin, details), request: granted };
}

const protocols = new Map();
const protocol = protocolOf(protocols);

const net = {
  // The type as a system's registry may have it.
  fetch: async (url) => new Response(readFileSync(fileURLToPath(url)), { headers: { 'Content-Type': 'text/plain' } }),
};

/** The first argument of a dialog may be its window. */
const optionsOf = ([first, second]) => {
  needsReady('dialog');
  if (second === undefined) return first;
  if (first.isDestroyed()) throw new TypeError('Object has been destroyed');
  return second;
};

// The dialogs answer what the test said last.
const answers = { open: null, save: null, message: null };
const dialog = {
  async showOpenDialog(...args) {
    tell('open-dialog', optionsOf(args));
    return { canceled: answers.open === null, filePaths: answers.open === null ? [] : [answers.open] };
  },
  async showSaveDialog(...args) {
    tell('save-dialog', optionsOf(args));
    return { canceled: answers.save === null, filePath: answers.save ?? '' };
  },
  // The window may be left out. Without an answer the box stays open until its signal closes it.
  async showMessageBox(...args) {
    const { message, buttons, cancelId = 0, signal } = optionsOf(args);
    tell('message-box', { message, buttons, ofWindow: args.length > 1 });
    const { message: answer } = answers;
    answers.message = null;
    if (answer !== null) return { response: buttons.indexOf(answer), checkboxChecked: false };
    return new Promise((done) => {
      signal?.addEventListener('abort', () => {
        tell('message-box-closed', message);
        done({ response: cancelId, checkboxChecked: false });
      });
    });
  },
  showMessageBoxSync(...args) {
    const { message, buttons } = optionsOf(args);
    tell('message-box', { message, buttons, ofWindow: args.length > 1 });
    return buttons.indexOf(answers.message);
  },
};

const blockers = new Set();
const powerSaveBlocker = {
  start(type) {
    needsReady('powerSaveBlocker');
    const id = blockers.size + 1;
    blockers.add(id);
    tell('awake', type);
    return id;
  },
  stop(id) {
    tell('awake', null);
    return blockers.delete(id);
  },
};

/** Lets one of Electron's objects tell an event, as the system would make it do. */
function emit({ from, event, args, url }) {
  const [window] = windows;
  const emitter = { app, window, contents: window?.webContents }[from];
  let prevented = false;
  emitter.emit(event, { url, preventDefault: () => (prevented = true) }, ...args);
  return prevented;
}

/** What the test can ask for. */
const deeds = {
  async invoke({ channel, args, from }) {
    return invoke(from, channel, ...args);
  },
  /** Calls what the preload script has put into the page. */
  page: ({ name, args }) => windows[0].webContents.exposed.atoa[name](...args),
  drop: (path) => windows[0].webContents.exposed.atoa.pathOf(path === null ? {} : new DroppedFile(path)),
  async fetch(url) {
    const response = await protocols.get('atoa')(new Request(url));
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  },
  permission: mayI,
  answer: (value) => Object.assign(answers, value),
  choose,
  emit,
  close: () => windows[0].close(),
  /** The page keeps itself from being left, as by `beforeunload`, or does so no more. */
  hold: (isHeld) => void (windows[0].webContents.isHeld = isHeld),
  quit: () => app.quit(),
};

process.on('message', async ({ id, kind, value }) => {
  const result = await new Promise((done) => done(deeds[kind](value))).catch((error) => ({ thrown: String(error) }));
  process.send?.({ kind: 'reply', id, value: result });
});

export const nativeTheme = {
  shouldUseDarkColors: false,
  set themeSource(theme) {
    tell('theme', theme);
  },
};
export const screen = {
  getDisplayMatching() {
    needsReady('screen');
    return { workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
  },
};
export const shell = {
  showItemInFolder: (path) => tell('revealed', path),
  async openPath(path) {
    tell('opened-path', path);
    return '';
  },
};
export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  net,
  Notification,
  powerSaveBlocker,
  protocol,
  session,
  utilityProcess,
};
