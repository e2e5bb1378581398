/** The worker programs, by the name of their entry, `src/workers/<name>.ts`. */
export type WorkerEntry = 'pair' | 'writer';

/** How a worker ended. */
export interface WorkerExit {
  /** Exit code; null where a signal ended it. */
  code: number | null;
  /** Signal that ended it; null where it exited, or where the platform does not tell (Electron). */
  signal: string | null;
  /** What else is known: Electron's reason, then the last lines it wrote to stderr. */
  reason: string | null;
}

export interface LaunchOptions {
  /** Unique in its pool, such as `pair-3`; for logs. */
  name: string;
  /** Receives what the worker writes to stdout and stderr, line by line. */
  log: (line: string) => void;
}

/** A running worker process, whatever started it.
 *
 *  An implementation promises: messages arrive in order; `onExit` fires exactly once, after the last message that the
 *  worker sent; nothing throws when the process is gone already. Listeners are registered in the same turn of the event
 *  loop in which `launch` returns, and a process that could not be started at all reports an exit. */
export interface WorkerProcess {
  /** undefined until the process runs, and where it could not be started. */
  readonly pid: number | undefined;
  /** Sends a structured clone. A message to a process that is gone is dropped. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (exit: WorkerExit) => void): void;
  /** SIGTERM now, SIGKILL after `graceMs` (1,000) where the process is still there. */
  kill(graceMs?: number): void;
}

/** Starts worker processes: the one thing that differs between Electron (`main/launcher.ts`) and Node
 *  (`nodeLauncher.ts`). */
export interface Launcher {
  launch(entry: WorkerEntry, options: LaunchOptions): WorkerProcess;
  /** Resident memory of a process, MB; null where the host cannot tell, and workers are to look themselves. As `residentMb`
   *  says where it is left out. */
  memoryOf?(pid: number): number | null;
}
