import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The application's folder: the nearest one above this file that holds its package.json. The bundler may place this
 *  code at any depth of `out/`. */
export function applicationRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder of the Atoa application was not found');
    folder = parent;
  }
  return folder;
}

/** Built entries of the worker processes, for plain Node. */
export function workerEntries(root: string): { pair: string; writer: string } {
  const folder = join(root, 'out/node');
  return { pair: join(folder, 'pair.cjs'), writer: join(folder, 'writer.cjs') };
}

/** Where the system keeps what an application remembers of its user; the same folder that Electron uses. */
export function userDataFolder(): string {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/Atoa');
  if (process.platform === 'win32') return join(process.env.APPDATA ?? join(home, 'AppData/Roaming'), 'Atoa');
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Atoa');
}
