import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 100;

/** Follows the memory of all processes below this one.
 *  @returns ends it, and tells the largest resident memory of each kind, MB */
export function watchMemory(): () => { host: number; worker: number; writer: number } {
  const largest = { host: NaN, worker: NaN, writer: NaN };
  const look = () => {
    for (const { kind, megabytes } of processesBelow(process.pid)) {
      if (!(largest[kind] >= megabytes)) largest[kind] = megabytes;
    }
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    return largest;
  };
}

interface Seen {
  kind: 'host' | 'worker' | 'writer';
  megabytes: number;
}

function processesBelow(ancestor: number): Seen[] {
  const family = new Set([ancestor]);
  const found: Seen[] = [];
  const numbers = listProcesses().sort((a, b) => a - b);
  for (const pid of numbers) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      if (!family.has(Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))) continue;
      family.add(pid);
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const kind = command.includes('writer.cjs') ? 'writer' : command.includes('pair.cjs') ? 'worker' : 'host';
      const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1];
      // One that has ended and is not yet taken note of has no memory.
      if (kilobytes !== undefined) found.push({ kind, megabytes: Number(kilobytes) / 1024 });
    } catch {
      // It has ended.
    }
  }
  return found;
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}
