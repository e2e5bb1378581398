import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '@/core/model';
import { RunError } from './failures';
import { datasetName, datasetPath, spoolFolder, spoolName, type RunFolders } from './folders';
import type { Journal } from './journal';
import type { JournalState } from './journalReader';
import type { Logger } from './logger';
import type { Pool } from './pool';
import { listing } from './resume';
import type { WriterReply, WriterRequest } from './tasks';
import { writeFailure } from './disk';

/** Events that may wait for the writer before the pairs have to wait: their spool fills the disk. */
const LONGEST_QUEUE = 4;

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

  constructor(options: CommitsOptions) {
    this.#options = options;
  }

  /** Hands an event, all of whose pairs are done, to the writer. */
  add(event: string): void {
    const promise = this.#commit(event)
      .catch((error: unknown) => {
        const failure = error instanceof RunError ? error.failure : writeFailure(error, `dataset of ${event}`);
        this.#options.failed(event, failure);
      })
      .finally(() => this.#pending.delete(promise));
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

  async #commit(event: string): Promise<void> {
    const { folders, evaluation, config, journal, state, writer, logger } = this.#options;
    const folder = spoolFolder(folders, evaluation, event);
    const there = listing(folder);
    const names = state.uncommitted(event, config).map(({ head }) => spoolName(head));
    const spools = names.filter((name) => there.has(name)).sort();
    if (spools.length > 0) {
      const target = datasetPath(folders, event);
      const reply = await writer.submit({ target, event, spools: spools.map((name) => join(folder, name)) });
      if (!reply.ok) throw new RunError(reply.failure);
      for (const warning of reply.report.warnings) logger.warn(`dataset of ${event}: ${warning}`);
      const line = { kind: 'commit' as const, event, config, dataset: datasetName(folders, event) };
      await journal.append(line);
      state.add(line);
      logger.info(`dataset of ${event} written: ${reply.report.pairs} pairs`);
    }
    // What else lies there is of runs that were broken off and whose results count no more.
    // Freeing the blocks of so many bytes takes a while, in which pairs are to be handed out.
    await rm(folder, { recursive: true, force: true });
  }
}
