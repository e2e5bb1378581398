import { compile, type Brushes } from '../brush';
import { filterFlags, NO_FILTER, type Filter } from '../filter';
import type { ResultColumns } from '../store/columns';
import { emptyMasks, fillMasks, type Masks } from './masks';

/** Some work in steps of less than a millisecond or two. */
export type Work = Generator<void, void>;

export interface Reading {
  columns: ResultColumns;
  masks: Masks;
}

/** A plot's or table's part of the analysis. What it makes is seen only from `show` on, so that all change at once. */
export interface Consumer {
  read(reading: Reading): Work;
  show(): void;
  /** Slow figures, like medians, that may follow. Shown by a second `show`. */
  refine?(reading: Reading): Work;
}

interface AnalysisOptions {
  /** Does something in a task of its own, after so many ms.
   *  @returns what calls it off */
  inTurn: (action: () => void, milliseconds: number) => () => void;
  now: () => number;
}

/** Milliseconds of work in a task. */
const BUDGET = 8;
/** Rest between two rounds that only new results ask for: as long as the last round took, at least so many ms. */
const REST = 250;

/** Goes through all results whenever the filter, the selection or the results change, in slices: first the masks,
 *  then every consumer; all are shown together. Choices of the user are served first: a round they make stale is given
 *  up once its first figures were shown, one that new results make stale is not. */
export class Analysis {
  /** Shown. */
  masks = emptyMasks();
  filter: Filter = NO_FILTER;
  brushes: Brushes = new Map();
  regions: ReadonlyMap<string, string | null> = new Map();
  private spare = emptyMasks();
  private readonly consumers = new Set<Consumer>();
  private readonly listeners = new Set<() => void>();
  /** What waits for the figures of the latest choice. */
  private readonly waiting: (() => void)[] = [];
  /** The choice that the figures shown are of. */
  private shown = { filter: this.filter, brushes: this.brushes };
  private version = 0;
  private work: Work | null = null;
  /** The round's first figures were shown. */
  private refining = false;
  private wanted: 'nothing' | 'data' | 'choice' = 'nothing';
  private started = 0;
  private rest = 0;
  /** What calls off the task that was asked for; null where none was. */
  private callOff: (() => void) | null = null;
  /** That task comes after a rest. */
  private isResting = false;
  private isSliceFull = false;

  constructor(
    readonly columns: ResultColumns,
    private readonly options: AnalysisOptions,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Grows whenever new figures are shown. */
  readonly getVersion = (): number => this.version;

  /** Whether the figures shown are those of the latest filter and selection, not of the ones before. */
  isCurrent(): boolean {
    return this.shown.filter === this.filter && this.shown.brushes === this.brushes;
  }

  /** Does what is to be done with what is selected once that is known: at once, or some tasks later. */
  whenCurrent(action: () => void): void {
    if (this.isCurrent()) action();
    else this.waiting.push(action);
  }

  /** Takes part from the next round on, which it asks for. */
  register(consumer: Consumer): () => void {
    this.consumers.add(consumer);
    this.choose({});
    return () => this.consumers.delete(consumer);
  }

  choose(choice: { filter?: Filter; brushes?: Brushes; regions?: ReadonlyMap<string, string | null> }): void {
    Object.assign(this, choice);
    this.wanted = 'choice';
    if (this.refining) this.work = null;
    this.ask();
  }

  /** New results have come. */
  noteData(): void {
    if (this.wanted === 'nothing') this.wanted = 'data';
    this.ask();
  }

  private ask(): void {
    // Without anybody who looks there is nothing to do.
    if (this.consumers.size === 0) return;
    const wait = this.work === null && this.wanted === 'data' ? Math.max(0, this.rest - this.options.now()) : 0;
    if (this.callOff !== null) {
      if (!this.isResting || wait > 0) return;
      this.callOff();
    }
    this.isResting = wait > 0;
    this.callOff = this.options.inTurn(() => {
      this.callOff = null;
      this.slice();
    }, wait);
  }

  private slice(): void {
    const { now } = this.options;
    if (this.work === null && this.wanted !== 'nothing') this.start();
    if (this.work !== null) this.advance(now() + BUDGET);
    if (this.work !== null || this.wanted !== 'nothing') this.ask();
  }

  private start(): void {
    this.wanted = 'nothing';
    this.refining = false;
    this.started = this.options.now();
    this.work = this.round();
  }

  private advance(until: number): void {
    const { now } = this.options;
    this.isSliceFull = false;
    do {
      if (this.work!.next().done) {
        this.work = null;
        this.refining = false;
        this.rest = now() + Math.max(REST, now() - this.started);
        return;
      }
    } while (!this.isSliceFull && now() < until);
  }

  private *round(): Work {
    const { columns, filter, brushes } = this;
    const masks = this.spare;
    const flags = filterFlags(filter, columns, this.regions);
    yield* fillMasks(masks, { columns, flags, tests: compile(brushes, columns) });
    const reading = { columns, masks };
    const taking = [...this.consumers];
    for (const consumer of taking) yield* consumer.read(reading);
    yield* this.toNextSlice();
    [this.masks, this.spare] = [masks, this.masks];
    this.shown = { filter, brushes };
    this.publish(taking);
    if (this.isCurrent()) for (const action of this.waiting.splice(0)) action();
    this.refining = true;
    const refined = taking.filter((consumer) => consumer.refine !== undefined);
    if (this.wanted === 'choice') return;
    yield* this.toNextSlice();
    for (const consumer of refined) yield* consumer.refine!(reading);
    yield* this.toNextSlice();
    this.publish(refined);
  }

  /** What is published is drawn in the same task, which has room for nothing else. */
  private *toNextSlice(): Work {
    this.isSliceFull = true;
    yield;
  }

  private publish(consumers: Consumer[]): void {
    for (const consumer of consumers) consumer.show();
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
