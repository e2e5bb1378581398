import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Failure, PairOutcome } from '@/core/model';
import { makeFolder } from '@/dataset';
import { stationPairTable, toCsv } from '@/inspector';
import { RunError } from '../processes/failures';
import { adjointFolder, type RunFolders } from '../disk/folders';
import { leaveOutputs } from './unansweredPair';
import type { Pool } from '../processes/pool';
import type { MeasuredPair, PairReply, PairRequest, PairTask } from '../tasks';

/** A prepared pair that waits for the others of its event. */
interface Waiting {
  task: PairTask;
  outcome: PairOutcome;
}

/** A pair of a double difference, complete. */
export interface CompletePair extends MeasuredPair {
  task: PairTask;
}

/** The table of an event's station pairs. */
export const stationPairsPath = (folders: RunFolders, event: string) =>
  join(adjointFolder(folders, event), 'pairs.csv');

/** Double differences are between stations of an event: its pairs are held until all are prepared, and then measured
 *  together, by one worker. None is done before, so that an event that is broken off is done again as a whole. */
export class Differences {
  readonly #pool: Pool<PairRequest, PairReply>;
  readonly #folders: RunFolders;
  readonly #held = new Map<string, Waiting[]>();

  constructor(pool: Pool<PairRequest, PairReply>, folders: RunFolders) {
    this.#pool = pool;
    this.#folders = folders;
  }

  hold(task: PairTask, outcome: PairOutcome): void {
    const held = this.#held.get(task.event);
    if (held) held.push({ task, outcome });
    else this.#held.set(task.event, [{ task, outcome }]);
  }

  /** Measures the pairs held of an event, and writes the table of its station pairs.
   *  @throws RunError where no worker answers any more */
  async measure(event: string): Promise<CompletePair[]> {
    const held = this.#held.get(event) ?? [];
    this.#held.delete(event);
    const pairs = await this.#answer(held);
    const path = stationPairsPath(this.#folders, event);
    makeFolder(dirname(path));
    await writeFileAtomic(path, toCsv(stationPairTable(pairs.map(({ outcome }) => outcome))));
    return pairs;
  }

  async #answer(held: Waiting[]): Promise<CompletePair[]> {
    try {
      const pairs = held.map(({ task, outcome }) => ({ evaluation: task.evaluation, outcome }));
      const reply = await this.#pool.submit({ kind: 'differences', held: pairs });
      if (reply.kind !== 'differences') throw new Error('the worker answered another question');
      const tasks = new Map(held.map(({ task }) => [task.station, task]));
      return reply.pairs.map((pair) => ({ ...pair, task: tasks.get(pair.outcome.station)! }));
    } catch (error) {
      if (!(error instanceof RunError) || ['exit-loop', 'cancelled'].includes(error.failure.code)) throw error;
      return held.map((waiting) => this.#failed(waiting, error.failure));
    }
  }

  #failed({ task, outcome }: Waiting, failure: Failure): CompletePair {
    if (outcome.status === 'failed') return { task, outcome, adjoints: [] };
    leaveOutputs(this.#folders, task, failure);
    return { task, outcome: { ...outcome, status: 'failed', misfit: null, error: failure }, adjoints: [] };
  }
}
