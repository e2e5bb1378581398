import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Fetching the runtime (over 100 MB) may take this long on a slow line before the browser is opened instead. */
const INSTALL_TIMEOUT_MS = 10 * 60_000;
/** The main process prints this once its window is there. */
const READY_LINE = 'atoa: window ready';

/** How an attempt to open the desktop window ended: it ran until the user closed it, or why it could not run. */
export type WindowResult = { opened: true; exitCode: number } | { opened: false; reason: string };

/** Opens the Electron window and waits until it is closed.
 *  @param root the application's folder
 *  @param project folder to open, absolute */
export async function openWindow(
  root: string,
  project: string | null,
  say: (line: string) => void,
): Promise<WindowResult> {
  const obstacle = obstacleOfMachine();
  if (obstacle) return { opened: false, reason: obstacle };
  const runtime = findRuntime(root) ?? fetchRuntime(root, say);
  if (runtime === null) return { opened: false, reason: 'the Electron runtime is missing and could not be fetched' };
  return launch(runtime, root, project);
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
  if (folder === null || !existsSync(join(folder, 'path.txt'))) return null;
  const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

function fetchRuntime(root: string, say: (line: string) => void): string | null {
  const folder = electronFolder(root);
  if (folder === null) return null;
  say('Fetching the Electron runtime, once (about 120 MB) …');
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: INSTALL_TIMEOUT_MS });
  return findRuntime(root);
}

function launch(runtime: string, root: string, project: string | null): Promise<WindowResult> {
  const args = [root, '--announce', ...(project === null ? [] : [`--project=${project}`])];
  const child = spawn(runtime, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let ready = false;
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes(READY_LINE)) ready = true;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ opened: false, reason: `Electron did not start (${error.message})` }));
    child.once('exit', (code, signal) => {
      // A second launch hands its folder to the first and leaves with 0 without a window of its own.
      if (ready || code === 0) resolve({ opened: true, exitCode: code ?? 1 });
      else
        resolve({
          opened: false,
          reason: `Electron did not start (${lastLine(errors) || signal || `exit code ${code}`})`,
        });
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
