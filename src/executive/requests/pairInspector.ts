import type { Parameters } from '@/core/config';
import type { HandDecision, PairDrawing, PairKey } from '@/core/model';
import { outputFolders, pairFiles, type ChannelPattern, type Project } from '@/project';
import { isOfDataset, RunError } from '../processes/failures';
import type { Launcher } from '../processes/launcher';
import type { Logger } from '../processes/logger';
import { Pool } from '../processes/pool';
import type { InspectReply, LookedPair, PairReply, PairRequest } from '../tasks';
import { windowSourceOf } from '../windowSource';

/** Somebody waits in front of a screen. */
const PATIENCE_SECONDS = 120;
/** Of what is computed to be kept, nothing is drawn. */
const FEWEST_COLUMNS = 50;

export interface InspectOptions {
  /** Parameters to try; the project's own where left out. */
  parameters?: Parameters;
  /** Channels that are wanted of it; all where left out. */
  channels?: ChannelPattern[];
  /** A decision by hand, made or tried. */
  hand?: HandDecision | null;
  /** Place of the period band that is wanted; the first where left out. */
  band?: number;
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
  /** Questions that somebody waits for. */
  #asked = 0;
  #ahead: (() => Promise<unknown>)[] = [];
  #isFetching = false;

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
    this.#asked++;
    try {
      return await this.#answer(project, pair, width, options);
    } finally {
      this.#asked--;
      void this.#fetchAhead();
    }
  }

  /** Computes pairs that are likely to be asked for next, one by one while nobody waits for another: the worker keeps what
   *  it has made of them. Takes the place of what was to be fetched before. */
  prefetch(project: Project, pairs: { pair: PairKey; hand: HandDecision | null }[]): void {
    this.#ahead = pairs.map(
      ({ pair, hand }) =>
        () =>
          this.#answer(project, pair, FEWEST_COLUMNS, { hand }),
    );
    void this.#fetchAhead();
  }

  async #fetchAhead(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    while (this.#asked === 0 && this.#ahead.length > 0) {
      // What goes wrong is told when the pair is asked for.
      await this.#ahead.shift()!().catch(() => undefined);
    }
    this.#isFetching = false;
  }

  async close(): Promise<void> {
    this.#ahead = [];
    await this.#pool?.stop();
    this.#pool = null;
  }

  async #answer(project: Project, pair: PairKey, width: number, options: InspectOptions): Promise<PairDrawing> {
    const looked = lookedPair(project, pair, options);
    try {
      const reply = await this.#living().submit({ kind: 'inspect', ...looked, width, band: options.band ?? 0 });
      if (reply.kind !== 'inspected') throw new Error('the worker answered another question');
      return reply.detail;
    } catch (error) {
      // Such a pool refuses all; what kept its workers from starting may be mended meanwhile.
      if (error instanceof RunError && error.failure.code === 'exit-loop') this.#pool = null;
      throw error;
    }
  }

  #living(): Pool<PairRequest, PairReply> {
    this.#pool ??= new Pool({
      ...{ ...this.#host, entry: 'pair', size: 1, context: null, timeoutSeconds: PATIENCE_SECONDS },
      spoiledBy: (reply) => isOfDataset((reply as Partial<InspectReply>).detail?.error),
    });
    return this.#pool;
  }
}
