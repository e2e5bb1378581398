import { randomUUID } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Failure } from '@/core/model';
import { makeFolder } from '@/dataset';
import { RunError } from '../processes/failures';
import { LockPulse, PULSE_MS, silenceMs } from './lockPulse';
import { SYSTEM, type ProcessTeller } from './processStart';

/** A lock file that cannot be read is somebody's who is just writing it, for this long. */
const WRITING_MS = 10_000;
const ATTEMPTS = 5;
/** A holder of whose process nothing is known, and that has been silent for this long, is probably gone. */
const SILENT_MS = 10 * PULSE_MS;
/** Clocks may be put back a little while a process takes its first lock. */
const CLOCK_STEP_MS = 60_000;

/** Who holds a project. */
export interface LockHolder {
  host: string;
  pid: number;
  /** When that process started, as the system tells it; process ids are used again. null where it does not tell. */
  start: string | null;
  /** What its process id counts in; versions before do not tell. */
  space?: string | null;
  /** Distinguishes one holding from the next. */
  token: string;
  /** s between two signs of life; versions before them give none. */
  pulse?: number;
  /** When it was taken, ms of the holder's clock; versions before do not tell. */
  taken?: number;
}

/** Keeps a second run out of a project. */
export interface ProjectLock {
  release(): void;
}

/** Takes a project's lock file. One whose process is gone is taken over; of another host that can only be supposed, and
 *  the message says so.
 *  @param pulseMs ms between two signs of life
 *  @param system what is asked about processes
 *  @throws RunError `locked`, naming the holder */
export function takeLock(file: string, pulseMs = PULSE_MS, system = SYSTEM): ProjectLock {
  makeFolder(dirname(file));
  const mine: LockHolder = {
    host: hostname(),
    pid: process.pid,
    start: system.start(process.pid),
    space: system.space,
    token: randomUUID(),
    pulse: pulseMs / 1000,
    taken: Date.now(),
  };
  const content = JSON.stringify(mine);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(file, content)) {
      sweepDrafts(file);
      const pulse = new LockPulse(file, content, pulseMs);
      return {
        release: () => {
          pulse.stop();
          release(file, mine.token);
        },
      };
    }
    const holder = readHolder(file);
    if (holder !== null && holder !== 'unreadable' && isAlive(holder, file, system)) {
      throw new RunError(locked(file, holder, system));
    }
    if (holder === 'unreadable' && ageMs(file) < WRITING_MS) throw new RunError(locked(file, null, system));
    if (holder !== null) setAside(file, holder);
  }
  throw new RunError(locked(file, null, system));
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

/** Whether the process of a holder is one that we can look for: not that of another host, nor of another container that has the
 *  name of this one. */
function isHere({ host, space }: LockHolder, system: ProcessTeller): boolean {
  return host === hostname() && (space === undefined || space === system.space);
}

/** Whether the process that took a lock still runs. Where that cannot be told it counts as running. */
function isAlive(holder: LockHolder, file: string, system: ProcessTeller): boolean {
  if (!isHere(holder, system)) return true;
  if (!isRunning(holder.pid)) return false;
  const start = system.start(holder.pid);
  if (holder.start !== null && start !== null) return holder.start === start;
  // A holder that lives is not silent, and no younger than its lock. One of both might be the clock's doing, or a computer's
  // that has slept.
  if (holder.taken === undefined || (silence(file, holder) ?? 0) < SILENT_MS) return true;
  const startedAt = system.startedAt(holder.pid);
  return startedAt === null || startedAt < holder.taken + CLOCK_STEP_MS;
}

/** How long a holder has given no sign of life, ms; null where it never gives any. */
function silence(file: string, { pulse }: LockHolder): number | null {
  return pulse === undefined ? null : silenceMs(file, draftName(file));
}

/** Whether this host has a process of that number. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
  return true;
}

/** A name of this process beside the lock. */
const draftName = (file: string) => `${file}.${process.pid}.${randomUUID()}`;
const DRAFT = /^\.(\d+)\.[0-9a-f-]{36}$/;

/** Removes what processes have left that were killed while they took the lock. */
function sweepDrafts(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    const draft = name.startsWith(basename(file)) ? DRAFT.exec(name.slice(basename(file).length)) : null;
    if (draft !== null && !isRunning(Number(draft[1]))) rmSync(join(dirname(file), name), { force: true });
  }
}

/** Creates the file with its content in one step; false where it exists. */
function create(file: string, content: string): boolean {
  const draft = draftName(file);
  try {
    write(draft, content);
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ENOENT: a run on another host, where this process is not known, has swept the draft away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    // A file system without hard links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
    return createPlainly(file, content);
  } finally {
    // Also where the disk was full and it holds nothing.
    rmSync(draft, { force: true });
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
  const aside = draftName(file);
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  const isStale = stale === 'unreadable' || (moved !== null && moved !== 'unreadable' && moved.token === stale.token);
  if (!isStale) linkSync(aside, file);
  rmSync(aside, { force: true });
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

function locked(file: string, holder: LockHolder | null, system: ProcessTeller): Failure {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
  // Of a process that is known to be the holder's, silence tells nothing: it may have been stopped.
  const isKnown =
    holder !== null && isHere(holder, system) && holder.start !== null && system.start(holder.pid) !== null;
  const silent = holder === null || isKnown ? null : silence(file, holder);
  if (silent !== null && silent > SILENT_MS) {
    return {
      stage: 'write',
      code: 'locked',
      message: `a run of this project, by ${who}, has given no sign of life for ${Math.floor(silent / 60_000)} minutes`,
      advice: `It has probably been killed, or its computer is off. Look there; if it is gone, delete ${file}.`,
      cause: null,
    };
  }
  return {
    stage: 'write',
    code: 'locked',
    message: `a run of this project is going on already, by ${who}`,
    advice: `Wait for it to end, or cancel it there. If you are sure that it is gone, delete ${file}.`,
    cause: null,
  };
}
