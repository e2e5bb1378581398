import type { Failure } from '@/core/model';
import {
  cancelled,
  describeExit,
  exitLoop,
  outOfMemory,
  RunError,
  timedOut,
  workerDied,
  workerThrew,
} from './failures';
import type { Growth } from './growth';
import type { Launcher, WorkerEntry, WorkerExit, WorkerProcess } from './launcher';
import type { Logger } from './logger';
import { GREW_TOO_LARGE, type FromWorker } from './messages';
import { residentMb } from './resources';
import { Slot, type Left } from './slot';

/** Deaths in a row after which the pool gives up: before any job was begun, and while one was worked on. */
const LONGEST_ROW = { idle: 8, working: 40 };
const START_LIMIT_MS = 60_000;
const WATCH_MS = 100;
/** ms without a look at the workers: we were stopped, as by Ctrl-Z or a lid that was closed, and they with us. */
const ASLEEP_MS = 2000;
/** After SIGKILL a process is gone at once, unless the system hangs. */
const LAST_WAIT_MS = 400;

export interface PoolOptions {
  launcher: Launcher;
  entry: WorkerEntry;
  /** Number of worker processes. */
  size: number;
  /** Sent to each worker at its start. */
  context: unknown;
  logger: Logger;
  /** Time limit of a job, s; its worker is ended. */
  timeoutSeconds?: number | ((request: unknown) => number);
  /** What is told of a job that has reached it (`timedOut`). */
  lateness?: (request: unknown, limitSeconds: number) => Failure;
  /** Memory limit of a worker, MB. */
  memoryMb?: number;
  /** Says how many of them there are to be; all as soon as there is work where left out. */
  growth?: Growth;
  /** Jobs that a worker has at once (2): the one it works on, and the one it finds when that is done. */
  handedOver?: number;
  /** Whether a worker is to be replaced after a reply: it says that its state cannot be trusted any more. */
  spoiledBy?: (reply: unknown) => boolean;
}

interface Job<Request, Reply> {
  id: number;
  request: Request;
  /** Time limit, s. */
  limit: number;
  /** Workers it has ended. */
  deaths: number;
  resolve(reply: Reply): void;
  reject(error: RunError): void;
}

let workersLaunched = 0;

function jobsOf<T>({ running, waiting }: Left<T>): T[] {
  return running === undefined ? waiting : [running, ...waiting];
}

/** Worker processes of one kind. A job is answered, or refused with the failure that ended it. A worker that dies is
 *  replaced and its running job tried once more, on a fresh worker; what only waited there goes to any other. */
export class Pool<Request, Reply> {
  readonly #options: PoolOptions;
  readonly #slots = new Set<Slot<Job<Request, Reply>, Reply>>();
  readonly #queue: Job<Request, Reply>[] = [];
  /** Jobs that have ended one worker, each waiting for a fresh one. */
  readonly #suspects: Job<Request, Reply>[] = [];
  readonly #deathRow = { idle: 0, working: 0 };
  #nextJob = 1;
  #over: Failure | null = null;
  #watch: NodeJS.Timeout | null = null;
  #lookedAt = 0;
  #emptied: (() => void) | null = null;
  #stopped: Promise<void> | null = null;
  #held = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Process ids of the workers alive. */
  get pids(): number[] {
    return [...this.#slots].flatMap(({ pid }) => pid ?? []);
  }

  /** The requests being worked on. */
  get running(): Request[] {
    return [...this.#slots].flatMap(({ running }) => (running === undefined ? [] : [running.request]));
  }

  /** @returns the worker's reply
   *  @throws RunError worker-died, timed-out, out-of-memory, unexpected (its handler threw), exit-loop, cancelled */
  submit(request: Request): Promise<Reply> {
    if (this.#over) return Promise.reject(new RunError(this.#over));
    const { timeoutSeconds = Infinity } = this.#options;
    const limit = typeof timeoutSeconds === 'number' ? timeoutSeconds : timeoutSeconds(request);
    return new Promise((resolve, reject) => {
      this.#queue.push({ id: this.#nextJob++, request, limit, deaths: 0, resolve, reject });
      this.#dispatch();
    });
  }

  /** Hands no waiting job over until `release`. Jobs that workers have go on, and what ended a worker is tried again. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    if (this.#over === null) this.#dispatch();
  }

  /** Starts all workers before there is work for them. */
  warm(): void {
    while (this.#over === null && this.#slots.size < this.#options.size) this.#launch();
  }

  /** Ends all workers and refuses at once what is not answered; resolves when the processes are gone.
   *  @param graceMs from SIGTERM to SIGKILL */
  stop(graceMs = 300, failure: Failure = cancelled()): Promise<void> {
    this.#stopped ??= this.#stop(graceMs, failure);
    return this.#stopped;
  }

  async #stop(graceMs: number, failure: Failure): Promise<void> {
    this.#over = failure;
    if (this.#watch) clearInterval(this.#watch);
    this.#watch = null;
    this.#refuse([...this.#suspects.splice(0), ...this.#queue.splice(0)], this.#over);
    for (const slot of this.#slots) this.#refuse(jobsOf(slot.condemn(graceMs)), this.#over);
    if (this.#slots.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, graceMs + LAST_WAIT_MS);
      this.#emptied = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #refuse(jobs: Job<Request, Reply>[], failure: Failure): void {
    for (const job of jobs) job.reject(new RunError(failure));
  }

  #launch(): void {
    const { launcher, entry, context, logger } = this.#options;
    const name = `${entry}-${++workersLaunched}`;
    let worker: WorkerProcess;
    try {
      worker = launcher.launch(entry, { name, log: (line) => logger.warn(`[${name}] ${line}`) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return void this.stop(0, exitLoop({ code: null, signal: null, reason }, 1));
    }
    const start = { context, ...this.#ownLimit() };
    const slot: Slot<Job<Request, Reply>, Reply> = new Slot(worker, start, {
      ready: () => this.#ready(slot),
      replied: (job, answer, ms) => {
        this.#options.growth?.took(ms);
        this.#replied(slot, job, answer);
      },
      died: (exit, left) => this.#died(slot, name, exit, left),
    });
    this.#slots.add(slot);
    logger.debug(`[${name}] started, process ${worker.pid ?? '?'}`);
    if (this.#watch !== null) return;
    this.#watch = setInterval(() => this.#look(), WATCH_MS).unref();
    this.#lookedAt = performance.now();
  }

  #memoryOf(pid: number): number | null {
    const { launcher } = this.#options;
    return launcher.memoryOf ? launcher.memoryOf(pid) : residentMb(pid);
  }

  /** The limit that a worker is to keep itself, where we cannot look. */
  #ownLimit(): { memoryMb?: number } {
    const { memoryMb } = this.#options;
    return memoryMb === undefined || this.#memoryOf(process.pid) !== null ? {} : { memoryMb };
  }

  /** A fresh worker takes a job that has ended another one first. */
  #ready(slot: Slot<Job<Request, Reply>, Reply>): void {
    const suspect = this.#suspects.shift();
    if (suspect) slot.give(suspect);
    this.#dispatch();
  }

  /** Gives waiting jobs to idle workers, then starts workers, then hands jobs over to the busy. */
  #dispatch(): void {
    const { handedOver = 2, growth } = this.#options;
    const open = [...this.#slots].filter(({ state }) => state === 'open');
    const waiting = () => (this.#held ? 0 : this.#queue.length);
    if (open.length > 0) growth?.began();
    for (const slot of open) if (slot.load === 0 && waiting() > 0) slot.give(this.#queue.shift()!);
    let starting = [...this.#slots].filter(({ state }) => state === 'starting').length;
    for (; starting < waiting() + this.#suspects.length && this.#mayStart(starting); starting++) this.#launch();
    for (let load = 1; load < handedOver; load++) {
      for (const slot of open) if (slot.load === load && waiting() > starting) slot.give(this.#queue.shift()!);
    }
  }

  /** @param starting number of workers that are starting: jobs that need a fresh one wait for those, whatever pays */
  #mayStart(starting: number): boolean {
    const { size, growth } = this.#options;
    const there = this.#slots.size;
    return there < size && (growth === undefined || starting < this.#suspects.length || there < growth.wanted(there));
  }

  #replied(
    slot: Slot<Job<Request, Reply>, Reply>,
    job: Job<Request, Reply>,
    answer: Exclude<FromWorker<Reply>, { type: 'ready' }>,
  ): void {
    this.#deathRow.idle = this.#deathRow.working = 0;
    if (answer.type === 'reply' && this.#options.spoiledBy?.(answer.reply)) {
      this.#queue.unshift(...jobsOf(slot.condemn(0)));
    }
    if (answer.type === 'reply') job.resolve(answer.reply);
    else job.reject(new RunError(workerThrew(answer.message, answer.stack)));
    this.#dispatch();
  }

  #died(slot: Slot<Job<Request, Reply>, Reply>, name: string, exit: WorkerExit, left: Left<Job<Request, Reply>>): void {
    this.#slots.delete(slot);
    if (this.#over) {
      if (this.#slots.size === 0) this.#emptied?.();
      return;
    }
    if (slot.state === 'condemned') return this.#dispatch();
    this.#options.logger.warn(`[${name}] died: ${describeExit(exit)}`);
    const kind = left.running ? 'working' : 'idle';
    const deaths = ++this.#deathRow[kind];
    this.#giveBack(left, (job) => this.#death(exit, job.deaths));
    if (deaths >= LONGEST_ROW[kind]) void this.stop(0, exitLoop(exit, deaths));
    else if (kind === 'working') this.#dispatch();
    // Something is wrong with starting: leave the system a moment, longer each time.
    else setTimeout(() => this.#over ?? this.#dispatch(), Math.min(500, 20 * 2 ** deaths));
  }

  #death(exit: WorkerExit, deaths: number): Failure {
    const { memoryMb } = this.#options;
    const isTooLarge = memoryMb !== undefined && exit.reason?.includes(GREW_TOO_LARGE) === true;
    return isTooLarge ? outOfMemory(memoryMb) : workerDied(exit, deaths);
  }

  /** What waited goes to the front of the queue; what ran is tried once more, then given up. */
  #giveBack({ running, waiting }: Left<Job<Request, Reply>>, failure: (job: Job<Request, Reply>) => Failure): void {
    this.#queue.unshift(...waiting);
    if (!running) return;
    running.deaths++;
    if (running.deaths > 1) this.#refuse([running], failure(running));
    else this.#suspects.push(running);
  }

  /** The time in which nobody worked counts for no limit. */
  #forgive(): void {
    const now = performance.now();
    const away = now - this.#lookedAt;
    this.#lookedAt = now;
    if (away > ASLEEP_MS) for (const slot of this.#slots) slot.forgive(away);
  }

  #late({ request, limit }: Job<Request, Reply>): Failure {
    const { lateness = (_, seconds) => timedOut(seconds) } = this.#options;
    return lateness(request, limit);
  }

  /** Ends workers that take too long or too much, and starts more of them where jobs take long. */
  #look(): void {
    const { memoryMb = Infinity, logger, growth } = this.#options;
    this.#forgive();
    if (growth !== undefined && this.#deathRow.idle === 0) this.#dispatch();
    for (const slot of this.#slots) {
      if (slot.state === 'condemned') continue;
      const ms = slot.busyMs();
      if (slot.state === 'starting') {
        if (ms > START_LIMIT_MS) slot.kill(0);
      } else if (slot.running !== undefined && ms > slot.running.limit * 1000) {
        const failure = this.#late(slot.running);
        logger.warn(`process ${slot.pid ?? '?'} ended: ${failure.message}`);
        const { running, waiting } = slot.condemn(0);
        if (running) this.#refuse([running], failure);
        this.#queue.unshift(...waiting);
      } else if (memoryMb < Infinity && slot.pid !== undefined && (this.#memoryOf(slot.pid) ?? 0) > memoryMb) {
        logger.warn(`process ${slot.pid} ended: ${outOfMemory(memoryMb).message}`);
        this.#giveBack(slot.condemn(0), () => outOfMemory(memoryMb));
      }
    }
  }
}
