import { app, utilityProcess, type Details, type UtilityProcess } from 'electron';
import {
  onLine,
  workerEnvironment,
  type Launcher,
  type LaunchOptions,
  type WorkerEntry,
  type WorkerExit,
  type WorkerProcess,
} from '@/executive';

/** Electron may tell the reason of a death a moment after the exit itself. */
const REASON_WAIT_MS = 100;

/** Starts workers as Electron utility processes. Needs the app to be ready. */
export class UtilityLauncher implements Launcher {
  readonly #entries: Record<WorkerEntry, string>;

  /** @param entries paths of the bundled worker programs */
  constructor(entries: Record<WorkerEntry, string>) {
    this.#entries = entries;
  }

  launch(entry: WorkerEntry, options: LaunchOptions): WorkerProcess {
    const child = utilityProcess.fork(this.#entries[entry], [], {
      serviceName: options.name,
      stdio: 'pipe',
      env: workerEnvironment(process.env),
    });
    return new UtilityWorker(child, options);
  }
}

class UtilityWorker implements WorkerProcess {
  readonly #child: UtilityProcess;
  readonly #name: string;

  constructor(child: UtilityProcess, { name, log }: LaunchOptions) {
    this.#child = child;
    this.#name = name;
    if (child.stdout) onLine(child.stdout, log);
    if (child.stderr) onLine(child.stderr, log);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  post(message: unknown): void {
    this.#child.postMessage(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  onExit(listener: (exit: WorkerExit) => void): void {
    let reason: string | null = null;
    // The `serviceName` given to fork arrives here as `name`; `serviceName` is Chromium's own name of the service.
    const gone = (_event: unknown, details: Details) => {
      if (details.type === 'Utility' && details.name === this.#name) reason = details.reason;
    };
    app.on('child-process-gone', gone);
    this.#child.once('exit', (code) => {
      setTimeout(() => {
        app.off('child-process-gone', gone);
        listener({ code, signal: null, reason });
      }, REASON_WAIT_MS);
    });
  }

  kill(graceMs = 1000): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    this.#child.kill();
    const timer = setTimeout(() => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended within the grace time after all.
      }
    }, graceMs);
    this.#child.once('exit', () => clearTimeout(timer));
  }
}
