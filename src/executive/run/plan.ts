import { componentsOf, evaluationPath, periodBands } from '@/core/config';
import type { PairKey, PairOutcome } from '@/core/model';
import { decidesAll, isDoubleDifference, standing } from '@/core/pair';
import { pairFiles, type PairFiles, type Project, type SelectedPair } from '@/project';
import { configDigest, handInputs, InputFiles } from '../journal/fingerprint';
import type { RunFolders } from '../disk/folders';
import type { JournalState } from '../journal/journalReader';
import { EventOutputs, listing, outcomeOrReason, type Reason } from './resume';
import type { PairTask } from '../tasks';
import { windowInputs, windowSourceOf } from '../windowSource';

export interface PlanOptions {
  project: Project;
  folders: RunFolders;
  /** All pairs, sorted. */
  pairs: SelectedPair[];
  state: JournalState;
  /** Whether a pair is to be done even where it is done already. */
  isAsked(pair: PairKey): boolean;
  plot: boolean;
}

/** What there is to do for an event, and what is done already. */
export interface EventPlan {
  event: string;
  tasks: PairTask[];
  /** Why each task is done, in their order. */
  reasons: Reason[];
  done: PairOutcome[];
}

/** Expands a selection into tasks, event by event when its turn comes: of 100,000 pairs, few are in memory at a time. */
export class Plan {
  readonly evaluation: string;
  readonly config: string;
  readonly events: string[];
  readonly #options: PlanOptions;
  readonly #byEvent = new Map<string, SelectedPair[]>();
  readonly #figures: Set<string> | null;
  /** Files of stations, which many events share. */
  readonly #stationFiles: InputFiles;

  constructor(options: PlanOptions) {
    this.#options = options;
    const { parameters } = options.project;
    this.evaluation = evaluationPath(parameters);
    this.config = configDigest(parameters);
    this.#stationFiles = new InputFiles(options.project.path);
    this.#figures = options.plot ? listing(options.folders.figures) : null;
    for (const pair of options.pairs) {
      const pairs = this.#byEvent.get(pair.event);
      if (pairs) pairs.push(pair);
      else this.#byEvent.set(pair.event, [pair]);
    }
    this.events = [...this.#byEvent.keys()];
  }

  /** Looks at an event's files, and at what the journal knows of its pairs. */
  async open(event: string): Promise<EventPlan> {
    const { project, folders, state, isAsked } = this.#options;
    const { evaluation, config } = this;
    const chosen = (this.#byEvent.get(event) ?? []).map((pair) => ({
      ...pair,
      files: pairFiles(project, pair.event, pair.station, pair.channels),
    }));
    const inputs = new InputFiles(project.path, this.#stationFiles);
    await this.#stationFiles.look(chosen.flatMap(({ files }) => files.stationFiles));
    await inputs.look(chosen.flatMap(({ files }) => pathsOf(files)));
    const outputs = new EventOutputs(folders, evaluation, event);
    const source = windowSourceOf(project.parameters, folders, event);
    const [components, bands] = [componentsOf(project.parameters), periodBands(project.parameters)];
    let pairs = chosen.map(({ station, files }) => {
      const hand = standing(state.hand.in(evaluation, { event, station }));
      const windows = decidesAll(hand, components, bands) ? null : source;
      const selection = [
        ...channelsOf(files),
        ...windowInputs(windows, state, { event, station }),
        ...handInputs(hand),
      ];
      return { event, station, files, hand, windows, inputs: inputs.digest(pathsOf(files), selection) };
    });
    // Stations are compared with each other: what changes one pair changes them all.
    const isTogether = isDoubleDifference(project.parameters.adj_src_type);
    if (isTogether) {
      const together = inputs.digest([], pairs.map(sourceOf));
      pairs = pairs.map((pair) => ({ ...pair, inputs: together }));
    }
    const judged = pairs.map((pair) => {
      const record = state.record(evaluation, pair);
      const fingerprint = { evaluation, config, inputs: pair.inputs };
      const isLatest = state.latest(pair) === record;
      const rules = { fresh: isAsked(pair), figures: this.#figures, hand: pair.hand, isLatest };
      return outcomeOrReason(pair, fingerprint, record, outputs, rules);
    });
    const isAnyNew = judged.some((found) => typeof found === 'string');
    const plan: EventPlan = { event, tasks: [], reasons: [], done: [] };
    pairs.forEach((pair, i) => {
      const found = judged[i]!;
      if (typeof found !== 'string' && !(isTogether && isAnyNew)) return void plan.done.push(found);
      plan.tasks.push({ ...pair, evaluation, config, stale: state.latest(pair)?.head.adjoints ?? [] });
      plan.reasons.push(typeof found === 'string' ? found : 'partners');
    });
    return plan;
  }
}

/** A pair as one of its event's, for the fingerprint of all. */
function sourceOf({ station, inputs }: { station: string; inputs: string }): string {
  return `${station} ${inputs}`;
}

function pathsOf({ eventFile, stationFiles, observed, synthetic }: PairFiles): string[] {
  return [...(eventFile === null ? [] : [eventFile]), ...stationFiles, ...observed, ...synthetic];
}

function channelsOf({ channels }: PairFiles): string[] {
  return channels.map(({ location, channel }) => `${location}.${channel}`);
}
