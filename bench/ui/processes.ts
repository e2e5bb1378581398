import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the processor clock in a second, as every Linux has it. */
const TICKS = 100;

/** Memory that belongs to a process alone, MB; not a number where the system does not tell (other than Linux). */
export function ownMegabytes(pid: number | null): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1]) / 1024);
  } catch {
    return NaN;
  }
}

/** Processor time that a process and all below it have taken so far, s; 0 where the system does not tell. */
export function processorSecondsBelow(ancestor: number): number {
  const family = new Set([ancestor]);
  let ticks = 0;
  for (const pid of numbers()) {
    try {
      // What follows the name, which may hold blanks: state, parent, ... @see proc(5)
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      if (pid !== ancestor && !family.has(Number(fields[1]))) continue;
      family.add(pid);
      ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
    } catch {
      // It has ended.
    }
  }
  return ticks / TICKS;
}

function numbers(): number[] {
  try {
    const all = readdirSync('/proc').map(Number).filter(Number.isInteger);
    return all.sort((a, b) => a - b);
  } catch {
    return [];
  }
}
