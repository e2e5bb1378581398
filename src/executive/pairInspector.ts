import type { Parameters } from '@/core/config';
import type { HandDecision, PairDrawing, PairKey } from '@/core/model';
import { outputFolders, pairFiles, type ChannelPattern, type Project } from '@/project';
import { RunError } from './failures';
import type { Launcher } from './launcher';
import type { Logger } from './logger';
import { Pool } from './pool';
import type { LookedPair, PairReply, PairRequest } from './tasks';
import { windowSourceOf } from './windowSource';

/** Somebody waits in front of a screen. */
const PATIENCE_SECONDS = 120;

export interface InspectOptions {
  /** Parameters to try; the project's own where left out. */
  parameters?: Parameters;
  /** Channels that are wanted of it; all where left out. */
  channels?: ChannelPattern[];
  /** A decision by hand, made or tried. */
  hand?: HandDecision | null;
}

/** What a worker needs to know of a pair to compute it again.
 *  @throws RangeError for a pair that the project does not have */
export function lookedPair(project: Project, pair: PairKey, options: InspectOptions): LookedPair {
  const { parameters = project.parameters, channels, hand = null } = options;
  const files = pairFiles(project, pair.event, pair.station, channels);
  const windows = windowSourceOf(parameters, outputFolders(project), pair.event);
  return { pair, files, windows, hand, parameters };
}

/** Answers questions about single pairs: computes them again, with parameters one may try, and writes nothing. Keeps
 *  one worker process warm, apart from those of a run. */
export class PairInspector {
  readonly #host: { launcher: Launcher; logger: Logger };
  #pool: Pool<PairRequest, PairReply> | null = null;

  constructor(host: { launcher: Launcher; logger: Logger }) {
    this.#host = host;
  }

  /** Starts the worker, so that the first answer comes sooner. */
  warm(): void {
    this.#living().warm();
  }

  /** Computes a pair and returns what its view draws.
   *  @param width pixel columns that traces are decimated to
   *  @throws RunError where the worker died or was ended; RangeError for a pair that the project does not have */
  async inspect(project: Project, pair: PairKey, width: number, options: InspectOptions = {}): Promise<PairDrawing> {
    const looked = lookedPair(project, pair, options);
    try {
      const reply = await this.#living().submit({ kind: 'inspect', ...looked, width });
      if (reply.kind !== 'inspected') throw new Error('the worker answered another question');
      return reply.detail;
    } catch (error) {
      // Such a pool refuses all; what kept its workers from starting may be mended meanwhile.
      if (error instanceof RunError && error.failure.code === 'exit-loop') this.#pool = null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#pool?.stop();
    this.#pool = null;
  }

  #living(): Pool<PairRequest, PairReply> {
    this.#pool ??= new Pool({ ...this.#host, entry: 'pair', size: 1, context: null, timeoutSeconds: PATIENCE_SECONDS });
    return this.#pool;
  }
}
