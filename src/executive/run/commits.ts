import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure, PairKey } from '@/core/model';
import { partOf } from '@/dataset';
import { RunError } from '../processes/failures';
import { datasetName, datasetPath, spoolFolder, spoolName, type RunFolders } from '../disk/folders';
import type { Journal } from '../journal/journal';
import type { JournalState } from '../journal/journalReader';
import type { Logger } from '../processes/logger';
import type { Pool } from '../processes/pool';
import { SpoolRow } from './spoolRow';
import { listing } from './resume';
import type { WriterReply, WriterRequest } from '../tasks';
import { writeFailure } from '../disk/disk';

/** Events that may wait for the writer before the pairs have to wait: their spool fills the disk. */
const LONGEST_QUEUE = 4;
/** Pairs that the writer is given ahead at once: a commit waits for them. */
const LARGEST_PIECE = 4;

export interface CommitsOptions {
  folders: RunFolders;
  /** The evaluation whose results are committed, and the digest of their configuration. */
  evaluation: string;
  config: string;
  journal: Journal;
  state: JournalState;
  writer: Pool<WriterRequest, WriterReply>;
  logger: Logger;
  /** Told of a dataset that could not be written; its spool is kept. */
  failed: (event: string, failure: Failure) => void;
}

/** Brings the finished pairs of events into their datasets, one event at a time. */
export class Commits {
  readonly #options: CommitsOptions;
  readonly #pending = new Set<Promise<void>>();
  /** Spools that are being removed. */
  readonly #removals = new Set<Promise<void>>();
  /** Events whose datasets may be begun before all pairs are done, in the order they were begun. */
  readonly #rows = new Map<string, SpoolRow>();
  /** Events whose datasets could not be written: a writer that was ended may have left half of one. */
  readonly #failed = new Set<string>();
  /** The event that the writer has begun. */
  #begun: string | null = null;
  #isAhead = false;

  constructor(options: CommitsOptions) {
    this.#options = options;
  }

  /** Lets the writer take pairs of an event while others are measured, where there is no dataset yet. Their order is that
   *  of the commit: the dataset is the same whatever was done first. */
  begin(event: string, tasks: PairKey[]): void {
    const { folders, config, state } = this.#options;
    if (existsSync(datasetPath(folders, event))) return;
    const earlier = state.uncommitted(event, config).map(({ head }) => spoolName(head));
    this.#rows.set(event, new SpoolRow(tasks.map(spoolName), earlier));
  }

  /** Tells that a pair is in the journal. */
  done(pair: PairKey): void {
    this.#rows.get(pair.event)?.done(spoolName(pair));
    void this.#workAhead();
  }

  /** Hands an event, all of whose pairs are done, to the writer. */
  add(event: string): void {
    this.#rows.delete(event);
    const promise = this.#commit(event)
      .catch((error: unknown) => {
        const failure = error instanceof RunError ? error.failure : writeFailure(error, `dataset of ${event}`);
        // What another run's writer is at is its own.
        if (failure.code !== 'locked') this.#failed.add(event);
        this.#options.failed(event, failure);
      })
      .finally(() => {
        this.#pending.delete(promise);
        if (this.#begun === event) this.#begun = null;
        void this.#workAhead();
      });
    this.#pending.add(promise);
  }

  /** Resolves when another event may be begun. */
  async room(): Promise<void> {
    while (this.#pending.size >= LONGEST_QUEUE) await Promise.race(this.#pending);
  }

  /** Resolves when all datasets are written. */
  async settle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Removes what is of no use any more: spools, and what was begun and is not to be finished. To be called when the writer
   *  is gone. */
  async clear(): Promise<void> {
    await Promise.all(this.#removals);
    for (const event of new Set([...this.#failed, ...(this.#begun === null ? [] : [this.#begun])])) {
      await rm(partOf(datasetPath(this.#options.folders, event)), { force: true });
    }
    this.#begun = null;
  }

  async #workAhead(): Promise<void> {
    if (this.#isAhead) return;
    this.#isAhead = true;
    // What is to be committed goes first.
    while (this.#pending.size === 0) {
      const event = this.#begun ?? this.#rows.keys().next().value;
      const spools = event === undefined ? [] : this.#nextSpools(event);
      if (event === undefined || spools.length === 0) break;
      this.#begun = event;
      const target = datasetPath(this.#options.folders, event);
      const isTaken = await this.#options.writer.submit({ isAhead: true, target, event, spools }).then(
        ({ ok }) => ok,
        () => false,
      );
      // What is wrong is told when the event is committed.
      if (!isTaken) this.#rows.delete(event);
    }
    this.#isAhead = false;
  }

  #nextSpools(event: string): string[] {
    const { folders, evaluation } = this.#options;
    const folder = spoolFolder(folders, evaluation, event);
    const names = this.#rows.get(event)?.take(LARGEST_PIECE) ?? [];
    // A pair that no worker could answer for has none.
    return names.map((name) => join(folder, name)).filter((path) => existsSync(path));
  }

  async #commit(event: string): Promise<void> {
    const { folders, evaluation, config, journal, state, writer, logger } = this.#options;
    const folder = spoolFolder(folders, evaluation, event);
    const there = listing(folder);
    const names = state.uncommitted(event, config).map(({ head }) => spoolName(head));
    const spools = names.filter((name) => there.has(name)).sort();
    if (spools.length > 0) {
      const target = datasetPath(folders, event);
      const reply = await writer.submit({
        isAhead: false,
        target,
        event,
        spools: spools.map((name) => join(folder, name)),
      });
      if (!reply.ok) throw new RunError(reply.failure);
      const { pairs = 0, warnings = [] } = reply.report ?? {};
      for (const warning of warnings) logger.warn(`dataset of ${event}: ${warning}`);
      const line = { kind: 'commit' as const, event, config, dataset: datasetName(folders, event) };
      await journal.append(line);
      state.add(line);
      logger.info(`dataset of ${event} written: ${pairs} pairs`);
    }
    // What else lies there is of runs that were broken off and whose results count no more.
    this.#remove(folder);
  }

  /** Freeing the blocks of so many bytes takes a while, in which pairs are to be handed out, or the run comes to its end. */
  #remove(folder: string): void {
    const removal = rm(folder, { recursive: true, force: true })
      // It is of no use any more, and the next run tries again.
      .catch((error: Error) => this.#options.logger.warn(`${folder} cannot be removed: ${error.message}`))
      .finally(() => this.#removals.delete(removal));
    this.#removals.add(removal);
  }
}
