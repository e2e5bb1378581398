import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A text that differs between two processes that had the same id one after the other; null where it cannot be told,
 *  as on Windows or when there is no such process. On Linux: the boot's id and clock ticks since the boot. */
export function processStart(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold anything; the start time is field 22, the 20th after it.
      return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
    }
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
