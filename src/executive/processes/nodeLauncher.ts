import { fork, type ChildProcess } from 'node:child_process';
import type { Launcher, LaunchOptions, WorkerEntry, WorkerExit, WorkerProcess } from './launcher';
import { LastLines, onLine } from './lines';

/** Variables that change what a Node or Electron process does; a worker is to do only what its entry says. Reading
 *  certificates takes as long as the rest of Node's start, and a worker talks to nobody. */
const UNWANTED =
  /^(NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NODE_REPL_.*|NODE_V8_COVERAGE|NODE_CHANNEL_.*|ELECTRON_.*|LD_PRELOAD|DYLD_.*)$/;
/** How long an exit may wait for the messages still in the channel. */
const DRAIN_MS = 200;

export interface NodeLauncherOptions {
  /** Paths of the bundled worker programs. */
  entries: Record<WorkerEntry, string>;
  /** Limit of the JavaScript heap in MB. */
  heapMb?: number;
}

/** Environment of a worker: the host's, without what could change the program or slow it down. */
export function workerEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !UNWANTED.test(name)));
}

/** Starts workers as Node child processes, for the command line, the browser mode and tests. */
export class NodeLauncher implements Launcher {
  readonly #options: NodeLauncherOptions;
  /** Started already, not launched yet. */
  readonly #prepared: { entry: WorkerEntry; child: ChildProcess }[] = [];

  constructor(options: NodeLauncherOptions) {
    this.#options = options;
  }

  /** Starts processes for workers that will be launched soon, until there are so many: a process takes a while to start, and
   *  the host has a project to read meanwhile. */
  prepare(entry: WorkerEntry, count: number): void {
    const there = this.#prepared.filter((each) => each.entry === entry).length;
    for (let i = there; i < count; i++) {
      const child = this.#fork(entry);
      // One that cannot be started is not taken.
      child.on('error', () => undefined);
      this.#prepared.push({ entry, child });
    }
  }

  /** The processes that were prepared and not launched. */
  get prepared(): { entry: WorkerEntry; pid: number | undefined }[] {
    return this.#prepared.map(({ entry, child }) => ({ entry, pid: child.pid }));
  }

  launch(entry: WorkerEntry, options: LaunchOptions): WorkerProcess {
    const at = this.#prepared.findIndex((each) => each.entry === entry && each.child.connected);
    const [prepared] = at < 0 ? [] : this.#prepared.splice(at, 1);
    return new NodeWorker(prepared?.child ?? this.#fork(entry), options);
  }

  /** Ends the processes that were prepared and not launched: they would keep the host from its end. */
  dispose(): void {
    for (const { child } of this.#prepared.splice(0)) child.kill('SIGKILL');
  }

  #fork(entry: WorkerEntry): ChildProcess {
    const { entries, heapMb } = this.#options;
    return fork(entries[entry], [], {
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: workerEnvironment(process.env),
      execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
    });
  }
}

class NodeWorker implements WorkerProcess {
  readonly #child: ChildProcess;
  readonly #words = new LastLines();

  constructor(child: ChildProcess, { log }: LaunchOptions) {
    this.#child = child;
    if (child.stdout) onLine(child.stdout, log);
    if (child.stderr) {
      onLine(child.stderr, (line) => {
        this.#words.add(line);
        log(line);
      });
    }
    // A send that fails because the process is gone is told by its exit.
    child.on('error', () => undefined);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  post(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object, () => undefined);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  onExit(listener: (exit: WorkerExit) => void): void {
    const child = this.#child;
    let told = false;
    const tell = (code: number | null, signal: string | null, reason?: string) => {
      if (told) return;
      told = true;
      listener({ code, signal, reason: reason ?? (this.#words.text || null) });
    };
    // `exit` may come before the last messages and lines have been read; `close` comes after both.
    child.on('exit', (code, signal) => {
      const timer = setTimeout(() => tell(code, signal), DRAIN_MS);
      child.once('close', () => {
        clearTimeout(timer);
        tell(code, signal);
      });
    });
    child.on('error', (error) => {
      if (child.pid === undefined) tell(null, null, error.message);
    });
  }

  kill(graceMs = 1000): void {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => clearTimeout(timer));
  }
}
