import { rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pairId, type Failure, type PairKey } from '@/core/model';
import { makeFolder } from '@/dataset';
import { outputFolders, type Project } from '@/project';
import { endsRun, writeFailure } from '../disk/disk';
import { cancelled, isOfDataset, RunError } from '../processes/failures';
import { datasetPath, figureName } from '../disk/folders';
import type { Launcher } from '../processes/launcher';
import type { Logger } from '../processes/logger';
import { lookedPair } from './pairInspector';
import { Pool } from '../processes/pool';
import { readHandDecisions } from '../pastRuns';
import { temporaryName } from '../disk/sweep';
import type { DrawReply, FigurePlace, FigureStyle, PairReply, PairRequest } from '../tasks';

const TIMEOUT_SECONDS = 300;

export interface FigureOrder {
  project: Project;
  pairs: PairKey[];
  style: FigureStyle;
  /** One file: of a single pair in any format, of many a PDF with a page each. */
  file?: string;
  /** Where each pair's figure goes under its own name; instead of `file`. */
  folder?: string;
  /** Where `atoa run --out` put its outputs. */
  out?: string;
}

export interface FigureReport {
  /** Figures that were made. */
  made: number;
  failures: { pair: PairKey; failure: Failure }[];
}

/** Makes figures of pairs in worker processes: each pair is computed again with the project's parameters and drawn. */
export class FigureMaker {
  readonly #host: { launcher: Launcher; logger: Logger };
  readonly #workers: number;
  #isCancelled = false;

  /** @param workers processes for figures in files of their own; a book has one */
  constructor(host: { launcher: Launcher; logger: Logger }, workers: number) {
    this.#host = host;
    this.#workers = workers;
  }

  /** Begins no more figures: what is made stays, but half a book. */
  cancel(): void {
    this.#isCancelled = true;
  }

  /** @param advance told how many are done
   *  @throws RunError where nothing can be written there, workers do not live, or it was cancelled */
  async make(order: FigureOrder, advance: (done: number) => void = () => undefined): Promise<FigureReport> {
    const { file, folder, pairs, style } = order;
    const isBook = file !== undefined && (pairs.length > 1 || style.format === 'pdf');
    const size = isBook ? 1 : Math.min(this.#workers, pairs.length);
    const pool = new Pool<PairRequest, PairReply>({
      ...{ ...this.#host, entry: 'pair', size, context: null, timeoutSeconds: TIMEOUT_SECONDS },
      // One that writes a book is needed to its last page.
      spoiledBy: (reply) => !isBook && isOfDataset((reply as Partial<DrawReply>).failure),
    });
    const target = isBook ? temporaryName(file) : (file ?? '');
    try {
      makeFolder(folder ?? dirname(target));
      const place = (pair: PairKey, page: number): FigurePlace =>
        isBook
          ? { book: target, page, title: 'Figures' }
          : { file: folder === undefined ? target : join(folder, `${figureName(pair).slice(0, -4)}.${style.format}`) };
      const report = await this.#printAll(pool, order, place, 2 * size, advance);
      if (this.#isCancelled) throw new RunError(cancelled());
      if (isBook) {
        refuse(await pool.submit({ kind: 'bind', book: target }));
        await rename(target, file);
      }
      return report;
    } catch (error) {
      throw error instanceof RunError ? error : new RunError(writeFailure(error, file ?? folder ?? ''));
    } finally {
      await pool.stop();
      if (isBook) rmSync(target, { force: true });
    }
  }

  /** Pairs are handed over in their order, a few at a time: 100,000 requests would fill the memory. */
  async #printAll(
    pool: Pool<PairRequest, PairReply>,
    { project, pairs, style, out }: FigureOrder,
    place: (pair: PairKey, page: number) => FigurePlace,
    lanes: number,
    advance: (done: number) => void,
  ): Promise<FigureReport> {
    const report: FigureReport = { made: 0, failures: [] };
    const folders = outputFolders(project, out);
    const decisions = new Map((await readHandDecisions(project, out)).map((each) => [pairId(each), each]));
    let next = 0;
    let done = 0;
    const lane = async () => {
      while (next < pairs.length && !this.#isCancelled) {
        const page = next++;
        const pair = pairs[page]!;
        const stored = datasetPath(folders, pair.event);
        const looked = lookedPair(project, pair, { hand: decisions.get(pairId(pair)) ?? null });
        const asked = { kind: 'draw' as const, ...looked, style, place: place(pair, page), stored };
        const failure = failureOf(await pool.submit(asked));
        if (failure && ('book' in asked.place || endsRun(failure))) throw new RunError(failure);
        if (failure) report.failures.push({ pair, failure });
        else report.made++;
        advance(++done);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return report;
  }
}

function failureOf(reply: PairReply): Failure | null {
  if (reply.kind !== 'drawn') throw new Error('the worker answered another question');
  return reply.failure;
}

function refuse(reply: PairReply): void {
  const failure = failureOf(reply);
  if (failure) throw new RunError(failure);
}
