import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { explainExit } from './electronExit';

/** Fetching the runtime (over 100 MB) may take this long on a slow line before the browser is opened instead. */
const INSTALL_TIMEOUT_MS = 10 * 60_000;
/** The main process prints this once its window is there. */
const READY_LINE = 'atoa: window ready';
/** Variables that make Electron a plain Node, or keep it from starting: editors and build tools leave them behind. */
const HARMFUL = ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'];

/** How an attempt to open the desktop window ended: it ran until the user closed it, or why it could not run and what to do
 *  about it. */
export type WindowResult =
  { opened: true; exitCode: number } | { opened: false; reason: string; advice: string | null };

/** Opens the Electron window and waits until it is closed.
 *  @param root the application's folder
 *  @param project folder to open, absolute */
export async function openWindow(
  root: string,
  project: string | null,
  say: (line: string) => void,
): Promise<WindowResult> {
  const obstacle = obstacleOfMachine();
  if (obstacle) return { opened: false, reason: obstacle, advice: null };
  const runtime = findRuntime(root) ?? fetchRuntime(root, say);
  if (runtime !== null) return launch(runtime, root, project);
  return {
    opened: false,
    reason: 'the Electron runtime is missing and could not be fetched',
    advice:
      'Try "npx install-electron" in the application\'s folder. Behind a proxy set HTTPS_PROXY and ' +
      'ELECTRON_GET_USE_PROXY=1; ELECTRON_MIRROR names another server to fetch from.',
  };
}

/** What keeps any Chromium window from opening here, known without trying. */
function obstacleOfMachine(): string | null {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  if (process.getuid?.() === 0) return "Electron's sandbox does not run as root";
  return null;
}

function electronFolder(root: string): string | null {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** The path of the Electron executable, where it is installed. Asking the package itself would start a download. */
function findRuntime(root: string): string | null {
  const folder = electronFolder(root);
  if (folder === null) return null;
  const told = join(folder, 'path.txt');
  const name = existsSync(told) ? readFileSync(told, 'utf8').trim() : 'electron';
  const executable = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(executable) ? executable : null;
}

function fetchRuntime(root: string, say: (line: string) => void): string | null {
  const folder = electronFolder(root);
  if (folder === null) return null;
  say('Fetching the Electron runtime, once (about 120 MB) …');
  // Its progress and its errors are told as they come.
  const stdio = ['ignore', 'inherit', 'inherit'] as const;
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: [...stdio], timeout: INSTALL_TIMEOUT_MS });
  return findRuntime(root);
}

function launch(runtime: string, root: string, project: string | null): Promise<WindowResult> {
  const args = [root, '--announce', ...(project === null ? [] : [`--project=${project}`])];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !HARMFUL.includes(name)));
  const child = spawn(runtime, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  outlastSignals(child);
  let ready = false;
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes(READY_LINE)) ready = true;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve({ opened: false, reason: `Electron did not start (${error.message})`, advice: null });
    });
    child.once('close', (code, signal) => {
      // A second launch hands its folder to the first and leaves with 0 without a window of its own.
      if (ready || code === 0) resolve({ opened: true, exitCode: code ?? 1 });
      else resolve({ opened: false, ...explainExit(errors, signal ?? `exit code ${code}`, dirname(runtime)) });
    });
  });
}

/** Leaves it to the window how it ends: it may have a run to ask about. Ctrl-C and the end of a terminal reach it
 *  directly, except on Windows, where a window has no console. */
function outlastSignals(child: ChildProcess): void {
  process.on('SIGINT', () => {
    if (process.platform === 'win32') child.kill();
  });
  process.on('SIGHUP', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}
