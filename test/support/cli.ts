import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const ATOA = resolve(import.meta.dirname, '../../bin/atoa.mjs');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningCommand {
  process: ChildProcess;
  finished: Promise<Finished>;
  /** Calls back with each line of standard output as it comes. */
  onLine(listener: (line: string) => void): void;
}

/** Starts the built `atoa` command.
 *  @param home folder that stands for the user's home */
export function start(args: string[], home: string, env: NodeJS.ProcessEnv = {}): RunningCommand {
  const child = spawn(process.execPath, [ATOA, ...args], {
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: resolve(home, '.config'),
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let rest = '';
  const listeners: ((line: string) => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop()!;
    for (const line of lines) listeners.forEach((listener) => listener(line));
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const finished = new Promise<Finished>((done) => {
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
  return { process: child, finished, onLine: (listener) => listeners.push(listener) };
}

/** Runs the built `atoa` command to its end. */
export function atoa(args: string[], home: string, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return start(args, home, env).finished;
}

/** The lines of `atoa run --json`. */
export function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
