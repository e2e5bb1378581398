import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** PowerShell takes its time to start. */
const PATIENCE_MS = 20_000;

/** What a system tells of its processes. */
export interface ProcessTeller {
  /** Names what process ids count in, which differs between containers of one host; null where there is but one. */
  space: string | null;
  /** A text that differs between two processes that had the same id one after the other; null where it cannot be told
   *  quickly, as on Windows, or where there is no such process. */
  start(pid: number): string | null;
  /** When a process was started, ms of the wall clock; null where that cannot be told. May take a second: it is asked only of
   *  a process that `start` says nothing of. */
  startedAt(pid: number): number | null;
}

/** On Linux: the boot's id and clock ticks since the boot. */
function startOnLinux(pid: number): string {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold anything; the start time is field 22, the 20th after it.
  return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
}

/** As macOS and other systems have it. The words follow the language, and the time the zone, of who asks: another run may have
 *  others than the holder of a lock. */
export function startByPs(pid: number): string | null {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env }).trim() || null;
}

function startedAtOnWindows(pid: number): number {
  const question = `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().ToString('o')`;
  const options = { encoding: 'utf8', timeout: PATIENCE_MS, windowsHide: true } as const;
  return Date.parse(
    execFileSync('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', question], options).trim(),
  );
}

function told<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

const isWindows = process.platform === 'win32';
export const SYSTEM: ProcessTeller = {
  space: process.platform === 'linux' ? told(() => readlinkSync('/proc/self/ns/pid')) : null,
  start: (pid) => (isWindows ? null : told(() => (process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid)))),
  startedAt: (pid) => (isWindows ? told(() => startedAtOnWindows(pid)) : null),
};
