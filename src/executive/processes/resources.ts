import { readFileSync } from 'node:fs';
import { availableParallelism, freemem, totalmem } from 'node:os';

/** What a pair worker may need, MB; measured with traces of a day. */
export const WORKER_MB = 300;
/** What is left to the host and the writer, MB. */
export const HOST_MB = 500;
/** Bounds of the limit at which a worker is ended, MB. */
const SMALLEST_LIMIT_MB = 1000;
const LARGEST_LIMIT_MB = 8000;
/** Stations in parallel where nothing is said, as in Pyatoa. */
const DEFAULT_MAX_STATIONS = 4;
const CGROUP_LIMITS = ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'];
const CGROUP_USAGE = ['/sys/fs/cgroup/memory.current', '/sys/fs/cgroup/memory/memory.usage_in_bytes'];

export interface Resources {
  cores: number;
  /** Memory that new processes may take, MB. */
  availableMb: number;
}

/** What this machine, or the container we are in, has to give now. */
export function resources(): Resources {
  const total = totalmem();
  const limit = firstNumber(CGROUP_LIMITS);
  let available = availableMemory() ?? freemem();
  if (limit !== null && limit < total) {
    available = Math.min(available, limit - (firstNumber(CGROUP_USAGE) ?? 0));
  }
  return { cores: availableParallelism(), availableMb: available / 2 ** 20 };
}

/** Number of workers that leaves one core free and fits into memory; at least one. */
export function suggestedWorkers({ cores, availableMb }: Resources = resources()): number {
  const byMemory = Math.floor((availableMb - HOST_MB) / WORKER_MB);
  return Math.max(1, Math.min(cores - 1, byMemory));
}

/** Stations in parallel where neither the user nor the configuration says: four, or fewer where cores or memory are
 *  short. */
export function defaultMaxStations(maxEvents: number, suggested = suggestedWorkers()): number {
  return Math.max(1, Math.min(DEFAULT_MAX_STATIONS, Math.floor(suggested / maxEvents)));
}

/** MB that one worker may grow to before it is ended: its share of the memory, within reason. */
export function workerMemoryLimit(workers: number, { availableMb }: Resources = resources()): number {
  return Math.round(Math.min(LARGEST_LIMIT_MB, Math.max(SMALLEST_LIMIT_MB, availableMb / workers)));
}

/** Resident memory of a process, MB; null where the platform does not tell (others than Linux: workers look themselves then) or it is gone. */
export function residentMb(pid: number): number | null {
  const kilobytes = fieldOf(`/proc/${pid}/status`, 'VmRSS');
  return kilobytes === null ? null : kilobytes / 1024;
}

/** Linux counts caches that it would give up as available; `freemem` does not. Bytes. */
function availableMemory(): number | null {
  const kilobytes = fieldOf('/proc/meminfo', 'MemAvailable');
  return kilobytes === null ? null : kilobytes * 1024;
}

function fieldOf(file: string, name: string): number | null {
  const text = readText(file);
  const match = text === null ? null : new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text);
  return match ? Number(match[1]) : null;
}

function firstNumber(files: string[]): number | null {
  for (const file of files) {
    const text = readText(file)?.trim();
    // "max" means no limit.
    if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  }
  return null;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
