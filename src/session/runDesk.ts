import { pairId, type HandDecision, type PairKey, type PairOutcome, type ProjectProblem } from '@/core/model';
import type { RunEvents, RunProgress, RunRequest } from '@/api';
import { Executive, RunError, type Launcher, type Logger } from '@/executive';
import type { Project } from '@/project';
import { SessionError } from './error';
import { Rate } from './progress';
import { RunClock } from './runClock';

/** News go to the faces at most this often: once per animation frame. */
const FRAME_MS = 17;
/** Without news, the clock is told this often. */
const BEAT_MS = 500;

export interface RunDeskOptions {
  launcher: Launcher;
  log: Logger;
  send(news: RunEvents): void;
  /** Told of every outcome at once. */
  record(outcome: PairOutcome): void;
  /** Told, before the first outcome, of the pairs that the run does again whatever is known of them, and of those that a fresh
   *  run before it has left to be done again. */
  expectAgain(ids: readonly string[]): void;
  /** Told at a run's end which pairs keep results without waveforms. */
  leftBehind(problems: ProjectProblem[]): void;
}

/** The run of the open project: starts and cancels it, and gathers its news into batches. */
export class RunDesk {
  readonly #options: RunDeskOptions;
  #executive: Executive | null = null;
  #running: Promise<void> | null = null;
  #clock = new RunClock();
  #rate = new Rate();
  #unsent: PairOutcome[] = [];
  #timer: NodeJS.Timeout | null = null;
  #beat: NodeJS.Timeout | null = null;

  constructor(options: RunDeskOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** It is told of as ended, and is about to give back what it holds. */
  get isEnding(): boolean {
    const phase = this.#executive?.state.phase;
    return this.isRunning && (phase === 'done' || phase === 'cancelled' || phase === 'failed');
  }

  /** @throws SessionError while a run goes */
  refuseWhileRunning(advice: string): void {
    if (this.isRunning) throw new SessionError('run-in-progress', 'A run is in progress.', advice);
  }

  /** @param failed the pairs that `only: 'failed'` means
   *  @throws SessionError while another run goes; ProjectError for a selection that is none */
  start(project: Project, request: RunRequest, failed: PairKey[]): { total: number } {
    this.refuseWhileRunning('Cancel it, or wait until it is done.');
    const { launcher, log } = this.#options;
    const again = request.only === 'failed' ? failed : request.only;
    const executive = new Executive(project, {
      eventIds: request.events,
      stationCodes: request.stations,
      pairs: request.pairs,
      ...(request.readyOnly ? { readyOnly: true } : {}),
      maxStations: request.maxStations,
      maxEvents: request.maxEvents,
      fresh: request.fresh,
      ...(again === undefined ? {} : { again }),
      plot: request.plot,
      launcher,
      logger: log,
    });
    const { codes } = executive;
    executive.on('owed', (owed) => this.#options.expectAgain(againOf(request, codes, owed.map(pairId))));
    executive.on('leftBehind', (problems) => this.#options.leftBehind(problems));
    this.#executive = executive;
    this.#unsent = [];
    this.#clock = new RunClock();
    this.#rate = new Rate();
    executive.on('state', ({ phase }) => {
      if (phase === 'paused') this.#clock.stop();
      else this.#clock.goOn();
      this.#soon();
    });
    executive.on('outcome', (outcome, skipped) => this.#add(outcome, skipped));
    this.#beat = setInterval(() => this.#flush(), BEAT_MS);
    this.#running = this.#carryOut(executive);
    return { total: codes.length };
  }

  /** Hands out no more pairs; the clock stops when the state says so. */
  pause(): void {
    if (this.#running !== null) this.#executive?.pause();
  }

  resume(): void {
    this.#executive?.resume();
  }

  cancel(): void {
    if (this.#running !== null) this.#executive?.cancel();
  }

  /** Puts a decision by hand into the journal of the run that goes.
   *  @returns false where none goes
   *  @throws RunError where it cannot be written */
  async decide(decision: HandDecision): Promise<boolean> {
    return this.isRunning && this.#executive!.decide(decision);
  }

  /** Resolves when no run goes. */
  async over(): Promise<void> {
    await this.#running;
  }

  /** Tells of an outcome that comes from elsewhere, as if it were of the last run, be there one or not. */
  tell(outcome: PairOutcome): void {
    this.#unsent.push(outcome);
    this.#soon();
  }

  /** Cancels and waits until the workers are gone. */
  async close(): Promise<void> {
    this.cancel();
    await this.#running;
  }

  /** Forgets the last run. */
  clear(): void {
    this.#executive = null;
  }

  async #carryOut(executive: Executive): Promise<void> {
    try {
      await executive.run();
    } catch (error) {
      // What failed the run is in its state; anything else is a fault of the program and belongs into the log.
      if (!(error instanceof RunError)) this.#options.log.error(String(error instanceof Error ? error.stack : error));
    } finally {
      this.#clock.stop();
      if (this.#beat) clearInterval(this.#beat);
      this.#running = null;
      this.#flush();
    }
  }

  #add(outcome: PairOutcome, skipped: boolean): void {
    this.#unsent.push(outcome);
    this.#options.record(outcome);
    if (!skipped) {
      const { done, skipped: before } = this.#executive!.state;
      this.#rate.mark(this.#clock.ms, done - before);
    }
    this.#soon();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#flush(), FRAME_MS);
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const { progress } = this;
    const outcomes = this.#unsent;
    this.#unsent = [];
    if (progress || outcomes.length > 0) this.#options.send({ progress, outcomes });
  }

  /** Of the current or last run; null before the first. */
  get progress(): RunProgress | null {
    if (this.#executive === null) return null;
    const { phase, ...counts } = this.#executive.state;
    const ended = this.#running === null;
    const elapsedSeconds = this.#clock.ms / 1000;
    const average = (counts.done - counts.skipped) / elapsedSeconds;
    return {
      ...counts,
      state: phase,
      elapsedSeconds,
      pairsPerSecond: ended ? average : this.#rate.perSecond,
      secondsLeft: ended ? null : this.#rate.secondsLeft(counts.total - counts.done),
    };
  }
}

/** What is known of these pairs is of before: what a run does again, and what is owed still. A fresh one begins the count anew.
 *  @param codes of the run
 *  @param owed  by the runs after a fresh one */
function againOf({ fresh, only }: RunRequest, codes: string[], owed: string[]): string[] {
  if (only !== undefined) return [...new Set([...codes, ...owed])];
  return fresh ? codes : owed;
}
