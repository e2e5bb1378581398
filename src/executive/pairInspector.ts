import type { Parameters } from '@/core/config';
import type { PairKey } from '@/core/model';
import { outputFolders, pairFiles, type ChannelPattern, type Project } from '@/project';
import type { PairDetailData } from './detail';
import type { Launcher } from './launcher';
import type { Logger } from './logger';
import { Pool } from './pool';
import type { PairReply, PairRequest } from './tasks';

/** Answers questions about single pairs: computes them again, with parameters one may try, and writes nothing. Keeps
 *  one worker process warm, apart from those of a run. */
export class PairInspector {
  readonly #project: Project;
  readonly #pool: Pool<PairRequest, PairReply>;

  constructor(project: Project, launcher: Launcher, logger: Logger) {
    this.#project = project;
    this.#pool = new Pool({
      ...{ launcher, logger, entry: 'pair', size: 1 },
      context: { parameters: project.parameters, folders: outputFolders(project) },
      timeoutSeconds: project.parameters.executive.pair_timeout,
    });
  }

  /** Starts the worker, so that the first answer comes sooner. */
  warm(): void {
    this.#pool.warm();
  }

  /** Computes a pair and returns what its view draws.
   *  @param width pixel columns that traces are decimated to
   *  @param parameters the project's own where left out
   *  @throws RunError where the worker died or was ended */
  async detail(
    pair: PairKey,
    width: number,
    parameters: Parameters = this.#project.parameters,
    channels?: ChannelPattern[],
  ): Promise<PairDetailData> {
    const files = pairFiles(this.#project, pair.event, pair.station, channels);
    const reply = await this.#pool.submit({ kind: 'inspect', pair, files, parameters, width });
    if (reply.kind !== 'inspected') throw new Error('the worker answered another question');
    return reply.detail;
  }

  close(): Promise<void> {
    return this.#pool.stop();
  }
}
