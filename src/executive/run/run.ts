import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Parameters } from '@/core/config';
import type { Failure, PairKey, PairOutcome } from '@/core/model';
import { isDoubleDifference } from '@/core/pair';
import type { Project } from '@/project';
import { Commits } from './commits';
import { Differences, stationPairsPath } from './differences';
import { endsRun, writeFailure } from '../disk/disk';
import { GroupSync } from '../journal/durability';
import { EventQueue } from './eventQueue';
import { isOfDataset, RunError } from '../processes/failures';
import { Gate } from './gate';
import { adjointFolder, spoolFile, type RunFolders } from '../disk/folders';
import type { Journal } from '../journal/journal';
import { pairLine } from '../journal/journalLines';
import type { JournalState } from '../journal/journalReader';
import type { Launcher } from '../processes/launcher';
import type { Logger } from '../processes/logger';
import { leaveOutputs, outcomeWithoutWorker } from './unansweredPair';
import type { EventPlan, Plan } from './plan';
import { Growth, workersAtOnce } from '../processes/growth';
import { Pool } from '../processes/pool';
import { writeReports } from './reports';
import { REASONS, type Reason } from './resume';
import { Tally, type RunPhase, type RunState } from './runState';
import type {
  MeasuredPair,
  PairReply,
  PairRequest,
  PairTask,
  ProcessReply,
  WriterReply,
  WriterRequest,
} from '../tasks';
import { sweepEvent, sweepRun } from '../disk/sweep';
import { writerPool } from './writerPool';

/** Pairs that are under way for each worker: one worked on, one handed over, and those on their way to the disk. */
const LANES_PER_WORKER = 8;
const CANCEL_GRACE_MS = 300;

export interface RunOptions {
  plan: Plan;
  total: number;
  parameters: Parameters;
  stations: Project['stations'];
  folders: RunFolders;
  journal: Journal;
  state: JournalState;
  launcher: Launcher;
  logger: Logger;
  workers: number;
  maxEvents: number;
  /** Limit of a worker's memory, MB. */
  workerMemoryMb?: number;
  onPhase(): void;
  onOutcome(outcome: PairOutcome, skipped: boolean): void;
  onReprocess(pair: PairKey, reason: Reason): void;
}

/** One run, from the first pair to the misfit table. */
export class Run {
  readonly #options: RunOptions;
  readonly #tally = new Tally();
  readonly #pairs: Pool<PairRequest, PairReply>;
  readonly #writer: Pool<WriterRequest, WriterReply>;
  readonly #commits: Commits;
  /** Null for misfit functions of single stations. */
  readonly #differences: Differences | null;
  readonly #queue: EventQueue<PairTask>;
  /** Pairs of an event without an outcome yet. */
  readonly #open = new Map<string, number>();
  readonly #disk = new GroupSync();
  #phase: RunPhase = 'starting';
  /** Closed while the run is paused: lanes wait here before they take a pair. */
  readonly #gate = new Gate();
  #error: Failure | null = null;

  constructor(options: RunOptions) {
    const { plan, parameters, folders, journal, state, launcher, logger, workers } = options;
    this.#options = options;
    this.#pairs = new Pool({
      ...{ launcher, logger, entry: 'pair', size: workers, context: { parameters, folders } },
      growth: new Growth(workersAtOnce(workers), () => options.total - this.#tally.done),
      timeoutSeconds: parameters.executive.pair_timeout,
      spoiledBy: (reply) => isOfDataset((reply as Partial<ProcessReply>).outcome?.error),
      ...(options.workerMemoryMb === undefined ? {} : { memoryMb: options.workerMemoryMb }),
    });
    this.#writer = writerPool(launcher, logger, folders, parameters.executive.pair_timeout);
    this.#commits = new Commits({
      ...{ folders, journal, state, logger, writer: this.#writer, evaluation: plan.evaluation, config: plan.config },
      failed: (event, failure) => this.#commitFailed(event, failure),
    });
    const isBetweenStations = isDoubleDifference(parameters.adj_src_type);
    this.#differences = isBetweenStations ? new Differences(this.#pairs, folders) : null;
    this.#queue = new EventQueue(plan.events, options.maxEvents, async (event) => this.#begin(await plan.open(event)));
  }

  get state(): RunState {
    const { total, workers } = this.#options;
    const { done, failed, skipped, windows, misfit } = this.#tally;
    const active = this.#pairs.running.flatMap((request) => (request.kind === 'process' ? [keyOf(request.task)] : []));
    return { phase: this.#phase, total, done, failed, skipped, windows, misfit, workers, active, error: this.#error };
  }

  /** Resolves when the run is done, or was cancelled. Its outcomes are told one by one.
   *  @throws RunError where the run could not go on */
  async execute(): Promise<void> {
    if (this.#phase === 'starting') this.#enter('running');
    try {
      await Promise.all(Array.from({ length: this.#options.workers * LANES_PER_WORKER }, () => this.#lane()));
      const gone = this.#pairs.stop(CANCEL_GRACE_MS);
      // Workers that have answered all do nothing any more: nobody waits for their end.
      if (this.#phase === 'running') this.#enter('committing');
      else await gone;
      // Reports tell what the journal knows, which the last datasets do not change: nobody waits for the other.
      const datasets = this.#commits.settle().then(() => this.#writer.stop(CANCEL_GRACE_MS));
      const [, reports] = await Promise.allSettled([datasets, this.#writeReports()]);
      if (reports.status === 'rejected') throw reports.reason;
    } catch (error) {
      this.#fail(error instanceof RunError ? error.failure : writeFailure(error, 'run'));
    } finally {
      await Promise.all([this.#pairs.stop(CANCEL_GRACE_MS), this.#writer.stop(CANCEL_GRACE_MS)]);
      await this.#commits.clear();
    }
    if (this.#error !== null && this.#phase !== 'cancelling') {
      this.#enter('failed');
      throw new RunError(this.#error);
    }
    this.#enter(this.#phase === 'cancelling' ? 'cancelled' : 'done');
  }

  /** Ends the workers; `execute` returns within a second. What is done stays done. */
  cancel(): void {
    if (!['starting', 'running', 'paused', 'committing'].includes(this.#phase)) return;
    this.#enter('cancelling');
    this.#gate.open();
    void this.#pairs.stop(CANCEL_GRACE_MS);
    void this.#writer.stop(CANCEL_GRACE_MS);
  }

  /** Hands out no more pairs; those under way end. Does nothing where none are being handed out. */
  pause(): void {
    if (this.#phase !== 'running') return;
    this.#gate.close();
    this.#pairs.hold();
    this.#enter('paused');
  }

  /** Goes on after `pause`. */
  resume(): void {
    if (this.#phase !== 'paused') return;
    this.#enter('running');
    this.#pairs.release();
    this.#gate.open();
  }

  #enter(phase: RunPhase): void {
    this.#phase = phase;
    this.#options.onPhase();
  }

  /** A method and not a property: it changes while one waits. */
  #isOver(): boolean {
    return this.#phase !== 'running' && this.#phase !== 'paused';
  }

  #begin({ event, tasks, reasons, done }: EventPlan): PairTask[] {
    const { logger, onReprocess } = this.#options;
    logger.info(`event ${event}: ${tasks.length} pairs to do, ${done.length} done already`);
    tasks.forEach((task, i) => {
      const reason = reasons[i]!;
      if (reason === 'new') return;
      logger.info(`${event} ${task.station} is done again: ${REASONS[reason]}`);
      onReprocess(keyOf(task), reason);
    });
    for (const outcome of done) this.#tell(outcome, true);
    if (this.#differences === null) {
      rmSync(stationPairsPath(this.#options.folders, event), { force: true });
      this.#commits.begin(event, tasks);
    }
    this.#open.set(event, tasks.length);
    if (tasks.length === 0) this.#complete(event);
    return tasks;
  }

  async #lane(): Promise<void> {
    try {
      for (;;) {
        await this.#commits.room();
        await this.#gate.passable;
        const task = this.#isOver() ? null : await this.#queue.next();
        if (task === null || this.#isOver()) return;
        await this.#process(task);
      }
    } catch (error) {
      this.#fail(error instanceof RunError ? error.failure : writeFailure(error, 'journal'));
    }
  }

  async #process(task: PairTask): Promise<void> {
    const reply = await this.#answer(task);
    if (reply === null) return;
    if (endsRun(reply.outcome.error)) throw new RunError(reply.outcome.error!);
    if (this.#differences === null) await this.#record(task, reply);
    else this.#differences.hold(task, reply.outcome);
    // The pair workers have started: the writer may use what time they leave.
    this.#writer.warm();
    const left = this.#open.get(task.event)! - 1;
    this.#open.set(task.event, left);
    if (left > 0) return;
    if (this.#differences === null || (await this.#measured(this.#differences, task.event))) this.#complete(task.event);
  }

  /** @returns whether the run goes on */
  async #measured(differences: Differences, event: string): Promise<boolean> {
    try {
      const pairs = await differences.measure(event);
      await Promise.all(pairs.map((pair) => this.#record(pair.task, pair)));
      return true;
    } catch (error) {
      if (this.#isOver()) return false;
      throw error;
    }
  }

  /** Puts a finished pair into the journal, and tells of it. */
  async #record(task: PairTask, { outcome, adjoints }: MeasuredPair): Promise<void> {
    const { folders, journal, state } = this.#options;
    const folder = adjointFolder(folders, task.event);
    const spool = spoolFile(folders, task.evaluation, task);
    // There is none of a pair that no worker could answer for.
    const heavy = existsSync(spool) ? [spool] : [];
    await this.#disk.sync([...heavy, ...adjoints.map((name) => join(folder, name))]);
    const line = pairLine(task, adjoints, outcome);
    await journal.append(line);
    state.add(line);
    this.#tell(outcome, false);
    this.#commits.done(task);
  }

  /** What the worker says, or what we say where it cannot; null where the run is over. */
  async #answer(task: PairTask): Promise<ProcessReply | null> {
    try {
      const reply = await this.#pairs.submit({ kind: 'process', task });
      return reply.kind === 'processed' ? reply : null;
    } catch (error) {
      if (this.#isOver()) return null;
      if (!(error instanceof RunError) || error.failure.code === 'exit-loop') throw error;
      leaveOutputs(this.#options.folders, task, error.failure);
      return { kind: 'processed', outcome: outcomeWithoutWorker(task, error.failure), adjoints: [] };
    }
  }

  #tell(outcome: PairOutcome, skipped: boolean): void {
    this.#tally.add(outcome, skipped);
    this.#options.onOutcome(outcome, skipped);
  }

  #complete(event: string): void {
    this.#open.delete(event);
    sweepEvent(this.#options.folders, event);
    if (!this.#isOver()) this.#commits.add(event);
  }

  /** A dataset that cannot be written does not keep the other events from theirs, unless the disk is full. */
  #commitFailed(event: string, failure: Failure): void {
    if (this.#phase === 'cancelling' || this.#phase === 'failed') return;
    this.#options.logger.error(`dataset of ${event}: ${failure.message}`);
    this.#error ??= failure;
    if (endsRun(failure) || failure.code === 'exit-loop') this.#fail(failure);
  }

  #fail(failure: Failure): void {
    if (this.#phase === 'failed' || this.#phase === 'cancelling') return;
    this.#options.logger.error(failure.message);
    this.#phase = 'failed';
    this.#error = failure;
    this.#gate.open();
    void this.#pairs.stop(CANCEL_GRACE_MS);
    void this.#writer.stop(CANCEL_GRACE_MS);
  }

  async #writeReports(): Promise<void> {
    const { folders, parameters, plan, journal, state, stations, logger } = this.#options;
    sweepRun(folders);
    const { config, events } = plan;
    await writeReports({ folders, parameters, stations, journal, state, config, events, logger });
  }
}

function keyOf({ event, station }: PairKey): PairKey {
  return { event, station };
}
