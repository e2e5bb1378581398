// A double of the `electron` module for the main process, run by plain Node: windows are recorded, IPC goes to the test
// over the process channel, utilityProcess is a child process with a `parentPort`. It implements what Atoa uses, by
// Electron's documentation, and nothing more: whatever else is asked for is undefined and fails loudly.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../../..');
const tell = (kind, value) => process.send?.({ kind, value });

const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  name: 'Atoa',
  getName: () => 'Atoa',
  getVersion: () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  getAppPath: () => root,
  getPath(name) {
    const path = join(process.env.ATOA_DOUBLE_HOME, name);
    mkdirSync(path, { recursive: true });
    return path;
  },
  isReady: () => true,
  whenReady: () => Promise.resolve(),
  requestSingleInstanceLock(data) {
    tell('lock', data);
    return true;
  },
  setAboutPanelOptions: (options) => tell('about', options),
  addRecentDocument: (path) => tell('recent-document', path),
  clearRecentDocuments: () => tell('recent-cleared', true),
  enableSandbox: () => tell('sandbox', true),
  quit() {
    let prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) process.exit(0);
  },
});

// Set by Electron where it was started with an application's folder, as `electron .` is.
process.defaultApp = true;

const handlers = new Map();
const ipcMain = Object.assign(new EventEmitter(), {
  handle: (channel, handler) => handlers.set(channel, handler),
  removeHandler: (channel) => handlers.delete(channel),
});

class WebContents extends EventEmitter {
  setWindowOpenHandler(handler) {
    tell('window-open', handler({ url: 'https://example.org' }).action);
  }
  send(channel, ...args) {
    tell('sent', { channel, args });
  }
  reload() {
    tell('reloaded', true);
    setImmediate(() => this.emit('did-finish-load'));
  }
  forcefullyCrashRenderer() {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }
}

class BrowserWindow extends EventEmitter {
  static all = [];
  static focused = false;
  static getFocusedWindow = () => BrowserWindow.all[0] ?? null;
  static getAllWindows = () => BrowserWindow.all;

  constructor(options) {
    super();
    this.webContents = new WebContents();
    BrowserWindow.all.push(this);
    tell('window', options);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url) {
    tell('url', url);
    setImmediate(() => this.emit('ready-to-show'));
  }
  show = () => tell('shown', true);
  isDestroyed = () => !BrowserWindow.all.includes(this);
  close() {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (prevented) return;
    BrowserWindow.all = BrowserWindow.all.filter((window) => window !== this);
    tell('closed', true);
    this.emit('closed');
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed');
  }
  setFullScreen = () => {};
  isFullScreen = () => false;
  isMinimized = () => false;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 0, y: 0, width: 1440, height: 900 });
  // Nobody looks at the window until the test says so.
  isFocused = () => BrowserWindow.focused;
  setProgressBar = (fraction, options) => tell('progress-bar', { fraction, mode: options?.mode ?? null });
  focus = () => {
    BrowserWindow.focused = true;
    tell('focused', true);
    this.emit('focus');
  };
  restore = () => {};
  maximize = () => {};
}

class Notification extends EventEmitter {
  static isSupported = () => true;
  constructor(options) {
    super();
    this.options = options;
  }
  show() {
    tell('notification', this.options);
    setImmediate(() => this.emit('click'));
  }
}

class UtilityProcess extends EventEmitter {
  constructor(path, args, { serviceName, env }) {
    super();
    const preload = pathToFileURL(join(import.meta.dirname, 'parentPort.mjs')).href;
    this.child = fork(path, args, {
      env,
      execArgv: ['--import', preload],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.stdout = this.child.stdout;
    this.stderr = this.child.stderr;
    tell('utility-process', { serviceName, path });
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('exit', (code, signal) => {
      const reason = signal ? 'killed' : code === 0 ? 'clean-exit' : 'abnormal-exit';
      app.emit('child-process-gone', {}, { type: 'Utility', name: serviceName, reason, exitCode: code ?? 1 });
      this.emit('exit', code ?? 1);
    });
  }
  get pid() {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }
  postMessage(message) {
    if (this.child.connected) this.child.send(message);
  }
  kill() {
    return this.child.kill('SIGTERM');
  }
}

const session = {
  defaultSession: {
    setPermissionRequestHandler(handler) {
      handler(null, 'geolocation', (granted) => tell('permission', granted));
    },
    setPermissionCheckHandler: (handler) => tell('permission-check', handler()),
  },
};

const protocols = new Map();
const protocol = {
  registerSchemesAsPrivileged: (schemes) => tell('schemes', schemes),
  handle: (scheme, handler) => protocols.set(scheme, handler),
};

const net = {
  fetch: async (url) => new Response(readFileSync(fileURLToPath(url))),
};

// The dialogs answer what the test said last.
const answers = { open: null, save: null, message: null };
const dialog = {
  showOpenDialog: async () => ({
    canceled: answers.open === null,
    filePaths: answers.open === null ? [] : [answers.open],
  }),
  showSaveDialog: async () => ({ canceled: answers.save === null, filePath: answers.save ?? '' }),
  // The window may be left out. Without an answer the box stays open until its signal closes it.
  async showMessageBox(...args) {
    const { message, buttons, cancelId = 0, signal } = args.at(-1);
    const ofWindow = args.length > 1;
    tell('message-box', { message, buttons, ofWindow });
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
};

/** A menu as it can be told to the test: without what its items do. */
const plain = (template) =>
  template.map((item) => {
    const told = { ...item, ...(item.submenu && { submenu: plain(item.submenu) }) };
    delete told.click;
    return told;
  });

let applicationMenu = [];
const Menu = {
  buildFromTemplate: (template) => ({ template, popup: () => tell('popup', plain(template)) }),
  setApplicationMenu({ template }) {
    applicationMenu = template;
    tell('menu', plain(template));
  },
};

/** Chooses an item of the application's menu by its labels, from the menu bar on. */
function choose(labels) {
  let items = applicationMenu;
  for (const [depth, label] of labels.entries()) {
    const item = items.find((each) => each.label === label);
    if (item === undefined) throw new Error(`no "${label}" in the menu`);
    if (depth === labels.length - 1) item.click(item, BrowserWindow.getFocusedWindow(), {});
    else items = item.submenu;
  }
}

/** Lets one of Electron's objects tell an event, as the system would make it do. */
function emit({ from, event, args }) {
  const [window] = BrowserWindow.all;
  const emitter = { app, window, contents: window?.webContents }[from];
  let prevented = false;
  emitter.emit(event, { preventDefault: () => (prevented = true) }, ...args);
  return prevented;
}

process.on('message', async ({ id, kind, value }) => {
  let result;
  if (kind === 'invoke') {
    const senderFrame = { url: value.from, parent: null };
    result = await handlers.get(value.channel)({ senderFrame }, ...value.args);
  } else if (kind === 'fetch') {
    const response = await protocols.get('atoa')(new Request(value));
    result = { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  } else if (kind === 'answer') {
    Object.assign(answers, value);
  } else if (kind === 'choose') {
    choose(value);
  } else if (kind === 'emit') {
    result = emit(value);
  } else if (kind === 'close') {
    BrowserWindow.all[0].close();
  } else if (kind === 'quit') {
    app.quit();
  }
  process.send?.({ kind: 'reply', id, value: result });
});

export const nativeTheme = {
  shouldUseDarkColors: false,
  set themeSource(theme) {
    tell('theme', theme);
  },
};
export const screen = { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) };
export const shell = {
  showItemInFolder: (path) => tell('revealed', path),
  async openPath(path) {
    tell('opened-path', path);
    return '';
  },
};
export const utilityProcess = { fork: (path, args, options) => new UtilityProcess(path, args, options) };
export { app, BrowserWindow, dialog, ipcMain, Menu, net, Notification, protocol, session };
