import { readFileSync } from 'node:fs';

/** What these tests need of the system: they look into /proc for the processes that they kill. */
export const CAN_LOOK = process.platform === 'linux';
export const NEEDS_PROC = CAN_LOOK ? '' : ' (skipped: finds processes by /proc, which only Linux has)';

/** Ids of the workers of one kind that a host process has now. */
export function workersOf(host: number, entry: 'pair' | 'writer'): number[] {
  const children = read(`/proc/${host}/task/${host}/children`).trim();
  if (children === '') return [];
  return children
    .split(' ')
    .map(Number)
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes(`/${entry}.cjs`));
}

/** Sends SIGKILL; false where the process is gone already. */
export function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
