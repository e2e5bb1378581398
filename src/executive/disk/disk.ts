import { isAbsolute } from 'node:path';
import type { Failure } from '@/core/model';

/** What a system says where nothing can be written, whatever the pair. */
const PLACE_ERRORS: Record<string, { code: string; reason: string; advice: string }> = {
  ENOSPC: { code: 'disk-full', reason: 'the disk is full', advice: 'Make room, then run again: what is done is kept.' },
  EDQUOT: {
    code: 'disk-full',
    reason: 'the quota is used up',
    advice: 'Make room, then run again: what is done is kept.',
  },
  EROFS: {
    code: 'not-writable',
    reason: 'the file system is read-only',
    advice: 'Give a folder for outputs elsewhere.',
  },
  EACCES: {
    code: 'not-writable',
    reason: 'it may not be written',
    advice: 'Change its permissions, or give a folder for outputs elsewhere.',
  },
  EPERM: {
    code: 'not-writable',
    reason: 'it may not be written',
    advice: 'Change its permissions, or give a folder for outputs elsewhere.',
  },
  EMFILE: {
    code: 'too-many-files',
    reason: 'this process may not have more files open',
    advice: 'Raise the limit of open files (ulimit -n).',
  },
  ENFILE: {
    code: 'too-many-files',
    reason: 'the system may not have more files open',
    advice: 'End other programs, or raise the limit of open files of the system.',
  },
  EIO: { code: 'disk-error', reason: 'the disk reports an error', advice: 'Check the disk.' },
};

/** Failures that would meet every further pair: they end a run. */
const FATAL = new Set(Object.values(PLACE_ERRORS).map(({ code }) => code));

export function endsRun(failure: Failure | null): boolean {
  return failure !== null && failure.stage === 'write' && FATAL.has(failure.code);
}

/** An error met while writing, as a failure. A full disk, and what else no other pair would escape, has its own code.
 *  @param what is written, for the message: a path, or something in words, which gives way to the path that the error
 *  names */
export function writeFailure(error: unknown, what: string): Failure {
  const system = systemError(error);
  const text = error instanceof Error ? error.message : String(error);
  // HDF5 tells in words only.
  const code = system?.code ?? (/no space left/i.test(text) ? 'ENOSPC' : undefined);
  const known = code === undefined ? undefined : PLACE_ERRORS[code];
  const own = error instanceof Error && 'advice' in error && typeof error.advice === 'string' ? error.advice : null;
  const advice = own ?? (system === null ? null : LOOK_THERE);
  if (!known) {
    const named = text.startsWith(`${what}: `) ? text : `${what}: ${text}`;
    return { stage: 'write', code: 'write-failed', message: named, advice, cause: null };
  }
  const message = `${isAbsolute(what) ? what : (system?.path ?? what)}: ${known.reason}`;
  return { stage: 'write', code: known.code, message, advice: known.advice, cause: text };
}

const LOOK_THERE = 'Look at that place, or give a folder for outputs elsewhere.';

/** The system's own error, which others may have wrapped. */
function systemError(error: unknown): NodeJS.ErrnoException | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at as NodeJS.ErrnoException;
  }
  return null;
}
