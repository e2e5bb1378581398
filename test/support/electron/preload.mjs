// A sandboxed preload script, as Electron runs it: CommonJS, with a `require` that knows Electron and three modules more.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ALLOWED = ['events', 'timers', 'url', 'node:events', 'node:timers', 'node:url'];
const load = createRequire(import.meta.url);

/** A file of the disk, as a page gets it by a drop. */
export class DroppedFile {
  constructor(path) {
    this.path = path;
  }
}

/** Runs a preload script.
 *  @param invoke what `ipcRenderer.invoke` does
 *  @returns what it puts into the page's world, and the page's end of IPC
 *  @throws Error for a script that would not load in a sandbox */
export function runPreload(path, invoke) {
  const exposed = {};
  const ipcRenderer = Object.assign(new EventEmitter(), { invoke });
  const electron = {
    contextBridge: { exposeInMainWorld: (key, api) => (exposed[key] = api) },
    ipcRenderer,
    webUtils: {
      getPathForFile(file) {
        if (file instanceof DroppedFile) return file.path;
        throw new TypeError("Failed to execute 'getPathForFile': parameter 1 is not of type 'File'");
      },
    },
  };
  const require = (name) => {
    if (name === 'electron') return electron;
    if (ALLOWED.includes(name)) return load(name);
    throw new Error(`module not found: ${name}`);
  };
  new Function('require', 'module', 'exports', readFileSync(path, 'utf8'))(require, { exports: {} }, {});
  return { exposed, ipcRenderer };
}
