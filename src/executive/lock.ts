import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Failure } from '@/core/model';
import { makeFolder } from './disk';
import { RunError } from './failures';
import { processStart } from './processStart';

/** A lock file that cannot be read is somebody's who is just writing it, for this long. */
const WRITING_MS = 10_000;
const ATTEMPTS = 5;

/** Who holds a project. */
export interface LockHolder {
  host: string;
  pid: number;
  /** When that process started, as the system tells it; process ids are used again. null where it does not tell. */
  start: string | null;
  /** Distinguishes one holding from the next. */
  token: string;
}

/** Keeps a second run out of a project. */
export interface ProjectLock {
  release(): void;
}

/** Takes a project's lock file. One whose process is gone is taken over.
 *  @throws RunError `locked`, naming the holder */
export function takeLock(file: string): ProjectLock {
  makeFolder(dirname(file));
  const mine: LockHolder = {
    host: hostname(),
    pid: process.pid,
    start: processStart(process.pid),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(file, JSON.stringify(mine))) return { release: () => release(file, mine.token) };
    const holder = readHolder(file);
    if (holder !== null && holder !== 'unreadable' && isAlive(holder)) throw new RunError(locked(file, holder));
    if (holder === 'unreadable' && ageMs(file) < WRITING_MS) throw new RunError(locked(file, null));
    if (holder !== null) setAside(file, holder);
  }
  throw new RunError(locked(file, null));
}

const POLL_MS = 50;

/** Takes a lock as soon as its holder lets go of it.
 *  @throws RunError `locked` where that takes longer than `patienceMs` */
export async function takeLockPatiently(file: string, patienceMs: number): Promise<ProjectLock> {
  for (let waited = 0; ; waited += POLL_MS) {
    try {
      return takeLock(file);
    } catch (error) {
      if (!(error instanceof RunError) || waited >= patienceMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

/** Whether the process that took a lock still runs. Of another host that cannot be told: it counts as running. */
export function isAlive(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const start = processStart(holder.pid);
  return holder.start === null || start === null || holder.start === start;
}

/** Creates the file with its content in one step; false where it exists. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  write(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without hard links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
    return createPlainly(file, content);
  } finally {
    unlinkSync(draft);
  }
}

function createPlainly(file: string, content: string): boolean {
  try {
    write(file, content);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function write(file: string, content: string): void {
  const descriptor = openSync(file, 'wx');
  try {
    writeSync(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}

/** null where there is no lock any more. */
function readHolder(file: string): LockHolder | 'unreadable' | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const isHolder = holder !== null && typeof holder === 'object' && 'host' in holder && 'pid' in holder;
    return isHolder ? (holder as LockHolder) : 'unreadable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable';
  }
}

/** Removes a stale lock. Two runs may do so at once: what was moved is looked at again, and put back if it is not the
 *  stale one but what the other run has made meanwhile. */
function setAside(file: string, stale: LockHolder | 'unreadable'): void {
  const aside = `${file}.stale.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  const isStale = stale === 'unreadable' || (moved !== null && moved !== 'unreadable' && moved.token === stale.token);
  if (!isStale) linkSync(aside, file);
  unlinkSync(aside);
}

function release(file: string, token: string): void {
  const holder = readHolder(file);
  if (holder === null || holder === 'unreadable' || holder.token !== token) return;
  unlinkSync(file);
}

function ageMs(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}

function locked(file: string, holder: LockHolder | null): Failure {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  return {
    stage: 'write',
    code: 'locked',
    message: `a run of this project is going on already, by ${who}`,
    advice: `Wait for it to end, or cancel it there. If you are sure that it is gone, delete ${file}.`,
    cause: null,
  };
}
