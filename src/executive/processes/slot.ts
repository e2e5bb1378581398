import { performance } from 'node:perf_hooks';
import type { WorkerExit, WorkerProcess } from './launcher';
import { isFromWorker, type FromWorker, type ToWorker } from './messages';

/** What a worker leaves behind: the job it worked on, and those it had not begun. */
export interface Left<Job> {
  running: Job | undefined;
  waiting: Job[];
}

type Start = Extract<ToWorker, { type: 'start' }>;

export interface SlotEvents<Job, Reply> {
  ready(): void;
  /** @param ms since the worker began the job */
  replied(job: Job, answer: Exclude<FromWorker<Reply>, { type: 'ready' }>, ms: number): void;
  died(exit: WorkerExit, left: Left<Job>): void;
}

/** One worker process with the jobs handed to it, first in, first out. It answers in that order, so the first
 *  unanswered one is what it works on. */
export class Slot<Job extends { id: number; request: unknown }, Reply> {
  readonly #process: WorkerProcess;
  readonly #events: SlotEvents<Job, Reply>;
  readonly #jobs: Job[] = [];
  #state: 'starting' | 'open' | 'condemned' | 'gone' = 'starting';
  /** When it was launched, or its first job begun: ms of the monotonic clock. */
  #since = performance.now();

  constructor(process: WorkerProcess, start: Omit<Start, 'type'>, events: SlotEvents<Job, Reply>) {
    this.#process = process;
    this.#events = events;
    process.onMessage((message) => this.#receive(message));
    process.onExit((exit) => this.#exited(exit));
    this.#post({ type: 'start', ...start });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get state(): 'starting' | 'open' | 'condemned' | 'gone' {
    return this.#state;
  }

  /** Number of jobs it has. */
  get load(): number {
    return this.#jobs.length;
  }

  get running(): Job | undefined {
    return this.#jobs[0];
  }

  /** ms that its start or the running job has taken so far; 0 where it is idle. */
  busyMs(): number {
    return this.#state === 'starting' || this.#jobs.length > 0 ? performance.now() - this.#since : 0;
  }

  /** Leaves out time in which it could not work.
   *  @param ms until now */
  forgive(ms: number): void {
    this.#since = Math.min(this.#since + ms, performance.now());
  }

  give(job: Job): void {
    if (this.#jobs.push(job) === 1) this.#since = performance.now();
    this.#post({ type: 'job', id: job.id, request: job.request });
  }

  kill(graceMs: number): void {
    this.#process.kill(graceMs);
  }

  /** Takes its jobs from it and ends it. Its death is still reported, with nothing left behind. */
  condemn(graceMs: number): Left<Job> {
    if (this.#state !== 'gone') this.#state = 'condemned';
    this.#process.kill(graceMs);
    return this.#leave();
  }

  #leave(): Left<Job> {
    const [running, ...waiting] = this.#jobs.splice(0);
    return { running, waiting };
  }

  #post(message: ToWorker): void {
    this.#process.post(message);
  }

  #receive(message: unknown): void {
    if (this.#state === 'gone' || this.#state === 'condemned' || !isFromWorker<Reply>(message)) return;
    if (message.type === 'ready') {
      if (this.#state === 'open') return;
      this.#state = 'open';
      this.#events.ready();
      return;
    }
    if (this.#jobs[0]?.id !== message.id) return;
    const ms = this.busyMs();
    const job = this.#jobs.shift()!;
    this.#since = performance.now();
    this.#events.replied(job, message, ms);
  }

  #exited(exit: WorkerExit): void {
    if (this.#state === 'gone') return;
    this.#events.died(exit, this.#leave());
    this.#state = 'gone';
  }
}
