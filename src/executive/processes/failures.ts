import type { Failure } from '@/core/model';
import type { WorkerExit } from './launcher';

/** How a worker ended, in words: "exit code 1", "signal SIGKILL". */
export function describeExit({ code, signal, reason }: WorkerExit): string {
  if (signal !== null) return `signal ${signal}`;
  if (code !== null) return `exit code ${code}`;
  return reason === null ? 'it could not be started' : `it could not be started: ${reason}`;
}

/** How Electron begins to tell of a process that memory has ended. */
const SHORT_OF_MEMORY = /^(oom|memory-eviction|killed)\b/;

export function workerDied(exit: WorkerExit, attempts: number): Failure {
  const times = attempts === 1 ? '' : `, the ${attempts === 2 ? 'second' : `${attempts}th`} time`;
  return {
    stage: 'worker',
    code: 'worker-died',
    message: `the worker process died while it worked on this${times} (${describeExit(exit)})`,
    advice:
      exit.signal === 'SIGKILL' || SHORT_OF_MEMORY.test(exit.reason ?? '')
        ? 'The system may have run out of memory: run fewer pairs in parallel.'
        : "See the application's log, and report this pair's files if it happens again.",
    cause: exit.reason,
  };
}

export function timedOut(limitSeconds: number): Failure {
  return {
    stage: 'worker',
    code: 'timed-out',
    message: `not done within the time limit of ${limitSeconds} s`,
    advice: 'Raise executive.pair_timeout, or look at the length of the traces of this pair.',
    cause: null,
  };
}

export function datasetTimedOut(target: string, limitSeconds: number): Failure {
  return {
    stage: 'write',
    code: 'timed-out',
    message: `${target}: not written within ${Math.round(limitSeconds)} s`,
    advice:
      'Look at the disk that it lies on, then run again: what is done is kept. Raise executive.pair_timeout if the disk is only slow.',
    cause: null,
  };
}

export function outOfMemory(limitMb: number): Failure {
  return {
    stage: 'worker',
    code: 'out-of-memory',
    message: `the worker process grew beyond the memory limit of ${limitMb} MB`,
    advice: 'Look at the length of the traces of this pair.',
    cause: null,
  };
}

export function workerThrew(message: string, stack: string | null): Failure {
  return { stage: 'worker', code: 'unexpected', message, advice: null, cause: stack };
}

export function cancelled(): Failure {
  return { stage: 'cancelled', code: 'cancelled', message: 'the run was cancelled', advice: null, cause: null };
}

/** What the system says of a process that the user, or the system, may not have. */
const SHORT_OF_LIMITS = /\b(EMFILE|ENFILE|EAGAIN|ENOMEM)\b/;
const RAISE_LIMITS =
  'Raise the limits of open files and processes (ulimit -n, ulimit -u), or run fewer pairs in parallel.';
const LOOK_AT_LOG = "See the application's log for what they wrote; the installation may be broken.";

export function exitLoop(exit: WorkerExit, deaths: number): Failure {
  return {
    stage: 'worker',
    code: 'exit-loop',
    message: `worker processes die before they do any work: ${deaths} in a row (${describeExit(exit)})`,
    advice: SHORT_OF_LIMITS.test(exit.reason ?? '') ? RAISE_LIMITS : LOOK_AT_LOG,
    cause: exit.reason,
  };
}

/** Failures that a dataset which cannot be read has caused: the process may be left with an HDF5 library that is of no use. */
const OF_DATASETS = new Set(['bad-dataset', 'no-fixed-windows']);

export function isOfDataset(failure: Failure | null | undefined): boolean {
  return OF_DATASETS.has(failure?.code ?? '');
}

/** A failure as an error, for what ends a run or refuses a request. */
export class RunError extends Error {
  override name = 'RunError';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.advice === null ? failure.message : `${failure.message}. ${failure.advice}`);
    this.failure = failure;
  }
}
