import { PassThrough } from 'node:stream';
import { app, utilityProcess, type Details, type UtilityProcess } from 'electron';
import {
  LastLines,
  onLine,
  workerEnvironment,
  type Launcher,
  type LaunchOptions,
  type WorkerEntry,
  type WorkerExit,
  type WorkerProcess,
} from '@/executive';

/** Electron may tell the reason of a death, and pass on last words, a moment after the exit itself. */
const REASON_WAIT_MS = 100;

/** Starts workers as Electron utility processes. Needs the app to be ready. */
export class UtilityLauncher implements Launcher {
  readonly #entries: Record<WorkerEntry, string>;
  /** Workers that are alive, or whose end has not been told yet. */
  readonly #workers = new Set<UtilityWorker>();
  #count = 0;

  /** @param entries paths of the bundled worker programs */
  constructor(entries: Record<WorkerEntry, string>) {
    this.#entries = entries;
    app.on('child-process-gone', (_event, details: Details) => {
      // The `serviceName` given to fork arrives here as `name`; `serviceName` is Chromium's own name of the service.
      if (details.type !== 'Utility') return;
      for (const worker of this.#workers) if (worker.serviceName === details.name) worker.gone(details.reason);
    });
  }

  launch(entry: WorkerEntry, { name, log }: LaunchOptions): WorkerProcess {
    // Several pools give the same names; a reason must find its worker.
    const serviceName = `${name}#${++this.#count}`;
    const child = utilityProcess.fork(this.#entries[entry], [], {
      serviceName,
      stdio: 'pipe',
      env: workerEnvironment(process.env),
    });
    const worker = new UtilityWorker(child, serviceName, log);
    this.#workers.add(worker);
    worker.onExit(() => this.#workers.delete(worker));
    return worker;
  }
}

class UtilityWorker implements WorkerProcess {
  readonly serviceName: string;
  readonly #child: UtilityProcess;
  readonly #words = new LastLines();
  #reason: string | null = null;
  /** It was to be killed before it ran. */
  #doomed = false;
  #ended = false;

  constructor(child: UtilityProcess, serviceName: string, log: LaunchOptions['log']) {
    this.#child = child;
    this.serviceName = serviceName;
    this.#read(child.stdout, log);
    this.#read(child.stderr, (line) => {
      this.#words.add(line);
      log(line);
    });
    // Without a listener the event would be thrown here, in the main process. The exit follows.
    child.on('error', (type, location) => this.#words.add(`${type} in ${location}`));
    child.once('spawn', () => {
      if (this.#doomed) this.kill(0);
    });
    child.once('exit', () => (this.#ended = true));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  gone(reason: string): void {
    this.#reason = reason;
  }

  post(message: unknown): void {
    if (!this.#ended) this.#child.postMessage(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#child.on('message', listener);
  }

  onExit(listener: (exit: WorkerExit) => void): void {
    this.#child.once('exit', (code) => {
      setTimeout(() => {
        const reason = [this.#reason ?? '', this.#words.text].filter((text) => text !== '').join('\n');
        listener({ code, signal: null, reason: reason || null });
      }, REASON_WAIT_MS);
    });
  }

  kill(graceMs = 1000): void {
    const { pid } = this.#child;
    if (pid === undefined) {
      this.#doomed = true;
      return;
    }
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

  /** Electron takes all listeners from the streams at the exit, before the last words have come through. */
  #read(stream: NodeJS.ReadableStream | null, line: (text: string) => void): void {
    if (stream === null) return;
    const words = new PassThrough();
    const listen = () => stream.listenerCount('data') === 0 && stream.on('data', (chunk: Buffer) => words.write(chunk));
    onLine(words, line);
    listen();
    this.#child.once('exit', () => {
      process.nextTick(listen);
      setTimeout(() => words.end(), REASON_WAIT_MS / 2);
    });
  }
}
