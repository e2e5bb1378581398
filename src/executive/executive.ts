import { EventEmitter } from 'node:events';
import {
  comparePairs,
  pairId,
  type HandDecision,
  type PairKey,
  type PairOutcome,
  type ProjectProblem,
} from '@/core/model';
import { outputFolders, type Project, type SelectedPair } from '@/project';
import { openApart } from './requests/asdfReader';
import { DecisionInlet, record, takeOver } from './decisions';
import { writeFailure } from './disk/disk';
import { RunError } from './processes/failures';
import { journalFile, lockFile, type RunFolders } from './disk/folders';
import { Journal } from './journal/journal';
import { readDecisions } from './journal/journalReader';
import { takeLock } from './lock/lock';
import { silentLogger } from './processes/logger';
import { withOptions, type ExecutiveOptions } from './options';
import { Plan } from './run/plan';
import { owedPairs } from './owed';
import { configDigest } from './journal/fingerprint';
import { leftBehind } from './leftBehind';
import { defaultMaxStations, workerMemoryLimit } from './processes/resources';
import type { Reason } from './run/resume';
import { Run } from './run/run';
import { runLine, selectPairs } from './runSelection';
import type { RunState } from './run/runState';

/** Event id -> station code NN.SSS -> outcome. */
export type Outcomes = Record<string, Record<string, PairOutcome>>;

export interface ExecutiveEvents {
  /** A phase of the run has begun. */
  state: [RunState];
  /** A pair has its outcome; `skipped` where an earlier run had it and nothing changed since. */
  outcome: [outcome: PairOutcome, skipped: boolean];
  /** A pair that was done before is done again. */
  reprocess: [pair: PairKey, reason: Reason];
  /** A run begins: as `owedPairs`, whether it is of them or not. */
  owed: [pairs: PairKey[]];
  /** A run that was carried out, or cancelled, is at its end: as `leftBehind`, of all that is known then. */
  leftBehind: [problems: ProjectProblem[]];
}

const IDLE: RunState = {
  ...{ phase: 'starting', total: 0, done: 0, failed: 0, skipped: 0, windows: 0, misfit: 0, workers: 0 },
  ...{ active: [], error: null },
};

/** Processes every pair of a selection in parallel, survives what happens on the way, and can be asked how it goes.
 *
 *      const executive = await Executive.open({ cwd: folder, launcher, stationCodes: ['NZ.*.*.HH?'] });
 *      const outcomes = await executive.process();
 *      outcomes['2018p130600']?.['NZ.BFZ']?.misfit;
 *
 *  @see Pyatoa's Executive, whose options these are */
export class Executive extends EventEmitter<ExecutiveEvents> {
  readonly project: Project;
  readonly folders: RunFolders;
  readonly maxEvents: number;
  readonly maxStations: number;
  readonly #options: ExecutiveOptions;
  #selected: SelectedPair[] | null = null;
  #run: Run | null = null;
  #inlet: DecisionInlet | null = null;
  /** What is told where there is no run: before its start, or because it was refused. */
  #standing = IDLE;
  #cancelled = false;
  #paused = false;
  #busy = false;

  constructor(project: Project, options: ExecutiveOptions) {
    super();
    this.#options = options;
    this.project = { ...project, parameters: withOptions(project.parameters, options) };
    this.folders = outputFolders(this.project, options.out);
    const { max_events, max_stations } = this.project.parameters.executive;
    this.maxEvents = max_events;
    this.maxStations = max_stations ?? defaultMaxStations(max_events);
  }

  /** Opens the project in `cwd` and makes an executive for it.
   *  @throws ProjectError, ConfigError */
  static async open(options: ExecutiveOptions & { cwd?: string; config?: string; overrides?: string[] }) {
    const { cwd = process.cwd(), config, overrides } = options;
    return new Executive(
      await openApart(
        cwd,
        { ...(config === undefined ? {} : { config }), ...(overrides === undefined ? {} : { overrides }) },
        options,
      ),
      options,
    );
  }

  /** Number of worker processes. */
  get workers(): number {
    return this.maxEvents * this.maxStations;
  }

  /** Where the run stands, or the last one ended. */
  get state(): RunState {
    return this.#run?.state ?? this.#standing;
  }

  /** All pairs of the selection as `event/NN.SSS`, sorted.
   *  @throws ProjectError for an unknown event, a station code without four parts, a selection without pairs */
  get codes(): string[] {
    return this.#all().map(pairId);
  }

  /** Refuses a selection that cannot be processed, saying why.
   *  @throws ProjectError as `codes` */
  check(): void {
    this.#all();
  }

  /** Processes all pairs of the selection.
   *  @throws RunError where the run could not be carried out; ProjectError for a selection that is none */
  process(): Promise<Outcomes> {
    return this.#gathered(() => this.run());
  }

  /** The same without a return: listeners are told of each outcome, and those of 100,000 pairs take memory.
   *  @param decisions by hand, to be put into the journal first
   *  @throws as `process`; the decisions are in the journal unless that says that it cannot be written or is locked */
  run(decisions: HandDecision[] | null = null): Promise<void> {
    return this.#carryOut(this.#all(), decisions);
  }

  /** Processes the selected pairs of one event. */
  processEvent(event: string): Promise<Outcomes> {
    return this.#gathered(() => this.#carryOut(this.#select([event])));
  }

  /** Processes one pair, given as in `codes` or by its two ids. */
  async processStation(pair: PairKey | string): Promise<PairOutcome> {
    const id = typeof pair === 'string' ? pair : pairId(pair);
    const selected = this.#all().filter((each) => pairId(each) === id);
    const outcomes = await this.#gathered(() => this.#carryOut(selected));
    const [only] = selected;
    const outcome = only && outcomes[only.event]?.[only.station];
    if (!outcome) throw new Error(`${id} is not in the selection`);
    return outcome;
  }

  /** Puts a decision by hand into the journal of the run that goes. It counts for events that are begun later; pairs
   *  that are under way, or done, are to be processed again.
   *  @returns false where no run goes any more
   *  @throws RunError where the journal cannot be written */
  async decide(decision: HandDecision): Promise<boolean> {
    return (await this.#inlet?.put(decision)) ?? false;
  }

  /** Ends a run within a second; `process` then returns what is done. What is done stays done. */
  cancel(): void {
    this.#cancelled = true;
    this.#run?.cancel();
  }

  /** Hands out no more pairs until `resume`; those under way end. What is done stays done, whatever happens then. */
  pause(): void {
    this.#paused = true;
    this.#run?.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#run?.resume();
  }

  async #gathered(work: () => Promise<void>): Promise<Outcomes> {
    const outcomes: PairOutcome[] = [];
    const gather = (outcome: PairOutcome) => void outcomes.push(outcome);
    this.on('outcome', gather);
    try {
      await work();
    } finally {
      this.off('outcome', gather);
    }
    return grouped(outcomes.sort(comparePairs));
  }

  /** The selection, which is asked for several times before a run. */
  #all(): SelectedPair[] {
    return (this.#selected ??= this.#select());
  }

  #select(events?: string[]): SelectedPair[] {
    return selectPairs(this.project, this.#options, events);
  }

  /** @param decisions to be put into the journal first; null for a run that it is to head with its selection */
  async #carryOut(pairs: SelectedPair[], decisions: HandDecision[] | null = null): Promise<void> {
    if (this.#busy) throw new Error('this executive is processing already');
    this.#busy = true;
    this.#cancelled = this.#paused = false;
    this.#run = null;
    this.#inlet = new DecisionInlet();
    this.#standing = { ...IDLE, total: pairs.length };
    try {
      const lock = takeLock(lockFile(this.folders));
      try {
        await this.#underLock(pairs, decisions);
      } finally {
        lock.release();
      }
    } catch (error) {
      throw this.#refused(error);
    } finally {
      this.#inlet.close();
      this.#busy = false;
    }
  }

  #refused(error: unknown): RunError {
    const refusal = error instanceof RunError ? error : new RunError(writeFailure(error, this.folders.state));
    if (this.#run === null) {
      this.#standing = { ...this.#standing, phase: 'failed', error: refusal.failure };
      this.emit('state', this.state);
    }
    return refusal;
  }

  async #underLock(pairs: SelectedPair[], decisions: HandDecision[] | null): Promise<void> {
    const { project, folders } = this;
    const { parameters } = project;
    const { launcher, logger = silentLogger, fresh = false, again } = this.#options;
    const { journal, reading } = await Journal.open(journalFile(folders));
    if (reading.damaged > 0)
      logger.warn(`${reading.damaged} lines of the journal are damaged; their pairs are done again`);
    try {
      const { state } = reading;
      const asked = again && new Set(again.map(pairId));
      const owedNow = owedPairs(project, state, configDigest(parameters));
      this.emit('owed', owedNow);
      const owed = new Set(owedNow.map(pairId));
      const isAsked = (pair: PairKey) => fresh || owed.has(pairId(pair)) || asked?.has(pairId(pair)) === true;
      const plan = new Plan({ project, folders, pairs, state, isAsked, plot: parameters.executive.plot });
      const own = journalFile(outputFolders(project));
      if (own !== journalFile(folders)) await takeOver({ journal, state }, (await readDecisions(own)).all());
      await takeOver({ journal, state }, this.#options.decisions ?? []);
      if (decisions === null) await journal.append(runLine(this.#options, plan.config, parameters, pairs.length));
      else await record({ journal, state }, decisions);
      this.#inlet!.open(journal, state);
      this.#run = new Run({
        ...{
          plan,
          total: pairs.length,
          parameters,
          stations: project.stations,
          folders,
          journal,
          state,
          launcher,
          logger,
        },
        workers: Math.min(this.workers, pairs.length),
        workerMemoryMb: workerMemoryLimit(this.workers),
        maxEvents: this.maxEvents,
        onPhase: () => this.emit('state', this.state),
        onOutcome: (outcome, skipped) => this.emit('outcome', outcome, skipped),
        onReprocess: (pair, reason) => this.emit('reprocess', pair, reason),
      });
      if (this.#cancelled) this.#run.cancel();
      const end = this.#run.execute();
      if (this.#paused) this.#run.pause();
      await end;
      if (this.listenerCount('leftBehind') > 0)
        this.emit('leftBehind', leftBehind(project, state.recordsOf(plan.config), state.hand));
    } finally {
      this.#inlet!.close();
      await journal.close();
    }
  }
}

function grouped(outcomes: PairOutcome[]): Outcomes {
  const byEvent: Outcomes = {};
  for (const outcome of outcomes) (byEvent[outcome.event] ??= {})[outcome.station] = outcome;
  return byEvent;
}
