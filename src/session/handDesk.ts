import { existsSync } from 'node:fs';
import { componentsOf, evaluationPath, periodBands } from '@/core/config';
import {
  bandNames,
  handKeyName,
  unknownHandKey,
  type HandDecision,
  type HandWindows,
  type PairKey,
  type PairOutcome,
  type Verdict,
} from '@/core/model';
import { standing } from '@/core/pair';
import type { Outputs, PairDetail } from '@/api';
import { Executive, figurePath, type Launcher, type Logger, type PairInspector } from '@/executive';
import { expandSelection, outputFolders, type Project } from '@/project';
import { SessionError } from './error';
import type { ProjectDesk } from './projectDesk';
import type { RunDesk } from './runDesk';
import { userName } from './user';

/** Columns of a computation of which nothing is drawn. */
const NARROWEST = 50;

export interface HandDeskOptions {
  launcher: Launcher;
  log: Logger;
  project: ProjectDesk;
  inspector: PairInspector;
  runs: RunDesk;
}

/** Pixel columns, and the place of the period band that is drawn. */
interface Wish {
  width: number;
  band?: number;
}

interface Decided {
  verdict: Verdict;
  windows: HandWindows;
  note: string;
}

/**
 * Windows by hand: tries them, puts decisions into the journal and has their pairs processed again, one decision after
 * the other. One that is made while a run goes is put into that run's journal, and its pair is done again after the run.
 */
export class HandDesk {
  readonly #options: HandDeskOptions;
  #last: Promise<unknown> = Promise.resolve();
  #executive: Executive | null = null;
  /** Decisions whose pairs are not done yet. */
  #open = 0;

  constructor(options: HandDeskOptions) {
    this.#options = options;
  }

  /** Computes a pair in windows that are tried; writes nothing.
   *  @throws SessionError `bad-hand-window` */
  async measure(pair: PairKey, windows: HandWindows, { width, band }: Wish): Promise<PairDetail> {
    const { project: desk, inspector } = this.#options;
    const { project } = desk;
    const [measured, bands] = [componentsOf(project.parameters), periodBands(project.parameters)];
    const unknown = unknownHandKey(windows, measured, bands);
    if (unknown !== null) {
      const known = `${measured.join(', ')}${bands.length > 1 ? ` in ${bandNames(bands)}` : ''}`;
      const message = `Component ${handKeyName(unknown)} is not measured: windows can be set on ${known}.`;
      throw new SessionError('bad-hand-window', message);
    }
    const hand = this.#decision(pair, { verdict: 'edited', windows, note: '' });
    const detail = await inspector.inspect(project, pair, width, { hand, band });
    if (detail.error?.code === 'bad-hand-window') {
      throw new SessionError('bad-hand-window', detail.error.message, detail.error.advice);
    }
    return { ...detail, ...pair, outcome: desk.outcomes.get(pair), source: 'computed' };
  }

  /** @throws SessionError for windows that cannot be; RunError where the journal cannot be written, or another process
   *  has a run of the project going; nothing is decided then */
  async decide(pair: PairKey, decided: Decided): Promise<Outputs['decideByHand']> {
    const { project: desk, runs } = this.#options;
    const { project } = desk;
    const { verdict } = decided;
    if (verdict === 'edited') await this.measure(pair, decided.windows, { width: NARROWEST });
    const windows = verdict === 'edited' ? decided.windows : {};
    const decision = this.#decision(pair, { ...decided, windows });
    const before = standing(desk.hand.in(decision.evaluation, pair));
    if (verdict === 'withdrawn' && before === null) return { outcome: desk.outcomes.get(pair), pending: false };
    if (await runs.decide(decision)) {
      desk.hand.add(decision);
      void runs.over().then(() => this.#inTurn(() => this.#catchUp(project, decision)));
      return { outcome: desk.outcomes.get(pair), pending: true };
    }
    const outcome = await this.#inTurn(() => this.#process(project, pair, [decision]));
    return { outcome, pending: false };
  }

  /** Of each pair that was decided on the decision that counts in the present evaluation. */
  decisions(): HandDecision[] {
    const { hand, project } = this.#options.project;
    return hand.list(evaluationPath(project.parameters));
  }

  get isBusy(): boolean {
    return this.#open > 0;
  }

  /** Resolves when nothing of a decision is under way: its dataset is written. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** Ends what is under way. What was decided stays decided. */
  async close(): Promise<void> {
    this.#executive?.cancel();
    await this.#last;
  }

  #decision(pair: PairKey, decided: Decided): HandDecision {
    const evaluation = evaluationPath(this.#options.project.project.parameters);
    return { ...pair, evaluation, ...decided, by: userName(), at: new Date().toISOString() };
  }

  /** Begins work when what came before is over, its datasets written.
   *  @returns what it says first; its end is waited for by what comes next */
  async #inTurn<T>(work: () => { answer: Promise<T>; end: Promise<unknown> }): Promise<T> {
    const before = this.#last;
    const begun = before.then(work);
    this.#open++;
    this.#last = begun
      .then(({ end }) => end)
      .catch(() => undefined)
      .finally(() => this.#open--);
    return (await begun).answer;
  }

  #catchUp(project: Project, { event, station }: HandDecision) {
    const isStillOpen = this.#options.project.path === project.path;
    if (!isStillOpen) return { answer: Promise.resolve(null), end: Promise.resolve() };
    return this.#process(project, { event, station }, []);
  }

  /** A run of one pair, or of its event where stations are measured together. */
  #process(project: Project, { event, station }: PairKey, decisions: HandDecision[]) {
    const { launcher, log, project: desk, runs } = this.#options;
    const pair = { event, station };
    let ended = () => undefined as void;
    const end = new Promise<void>((resolve) => (ended = resolve));
    const folders = outputFolders(project);
    const executive = new Executive(project, {
      ...{ launcher, logger: log, eventIds: [event], ...this.#selectionOf(project, pair), again: [pair] },
      ...{ maxStations: 1, maxEvents: 1 },
      // A figure that is there shows the earlier windows.
      plot: project.parameters.executive.plot || existsSync(figurePath(folders, pair)),
    });
    this.#executive = executive;
    executive.on('state', ({ phase }) => {
      if (phase === 'running') for (const decision of decisions) desk.hand.add(decision);
    });
    const answer = new Promise<PairOutcome>((resolve, reject) => {
      executive.on('outcome', (outcome, isSkipped) => {
        if (isSkipped) return;
        desk.outcomes.add(outcome);
        runs.tell(outcome);
        if (outcome.station === station) resolve(outcome);
      });
      executive
        .run(decisions)
        .then(() => reject(undone()), reject)
        .finally(ended);
    });
    return { answer, end };
  }

  /** The channels of the last run, where it had the pair: other ones would make another result of it. */
  #selectionOf(project: Project, { event, station }: PairKey) {
    const { selection } = this.#options.project;
    const anyChannel = { stationCodes: [`${station}.*.*`] };
    if (selection === null) return anyChannel;
    const { stations, limits } = selection;
    try {
      const pairs = expandSelection(project, { events: [event], stations, pairs: limits ?? undefined });
      if (!pairs.some((each) => each.station === station)) return anyChannel;
    } catch {
      return anyChannel;
    }
    return { stationCodes: stations, ...(limits ? { pairs: limits } : {}) };
  }
}

function undone(): SessionError {
  return new SessionError('cancelled', 'The decision is in the journal, but its pair was not done again.', 'Run it.');
}
