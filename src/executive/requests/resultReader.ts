import type { EvaluationSummary, PairDrawing, PairKey, SectionTrace } from '@/core/model';
import type { EarthModel, TravelTimeCurve } from '@/core/traveltime';
import { outputFolders, type Project } from '@/project';
import { RunError } from '../processes/failures';
import { datasetPath } from '../disk/folders';
import type { Launcher } from '../processes/launcher';
import type { Logger } from '../processes/logger';
import { Pool } from '../processes/pool';
import type { CurvesRequest, StoredReply, StoredRequest } from '../tasks';

/** Somebody waits in front of a screen. */
const PATIENCE_SECONDS = 60;

type ReplyOf<Kind extends StoredReply['kind']> = Extract<StoredReply, { kind: Kind }>;

/** Reads results as runs have left them, without computing anything again: in a process of its own, which is started when
 *  it is needed, and replaced after a dataset that cannot be read. */
export class ResultReader {
  readonly #host: { launcher: Launcher; logger: Logger };
  #pool: Pool<StoredRequest | CurvesRequest, StoredReply> | null = null;

  constructor(host: { launcher: Launcher; logger: Logger }) {
    this.#host = host;
  }

  /** The evaluations that have measured a pair, in their order.
   *  @throws RunError `bad-dataset` */
  async evaluations(project: Project, { event, station }: PairKey): Promise<EvaluationSummary[]> {
    const reply = await this.#ask('evaluations', { kind: 'evaluations', ...placeOf(project, event), station });
    return reply.evaluations;
  }

  /** A pair as an evaluation has left it; STA/LTA, arrivals and rejected windows only while it is not in its dataset.
   *  @param width pixel columns that traces are decimated to
   *  @param bands places of the period bands of windows by component, where they are known: a dataset does not tell them
   *  @throws RunError `bad-dataset`, `not-stored` */
  async detail(
    project: Project,
    { event, station }: PairKey,
    evaluation: string,
    width: number,
    bands: Record<string, number[]> | null = null,
  ): Promise<PairDrawing> {
    const request = { kind: 'stored' as const, ...placeOf(project, event), station, evaluation, width, bands };
    return (await this.#ask('inspected', request)).detail;
  }

  /** One component of all stations of an event, from the project's evaluation; without distances.
   *  @throws RunError `bad-dataset` */
  async section(project: Project, event: string, component: string, width: number): Promise<SectionTrace[]> {
    return (await this.#ask('section', { kind: 'section', ...placeOf(project, event), component, width })).traces;
  }

  /** First arrivals by distance, in degrees; none for a depth that travel times are not defined for.
   *  @param distancesDeg in rising order */
  async curves(model: EarthModel, depthKm: number, distancesDeg: number[]): Promise<TravelTimeCurve[]> {
    return (await this.#ask('curves', { kind: 'curves', model, depthKm, distancesDeg })).curves;
  }

  async close(): Promise<void> {
    await this.#pool?.stop();
    this.#pool = null;
  }

  async #ask<Kind extends StoredReply['kind']>(
    kind: Kind,
    request: StoredRequest | CurvesRequest,
  ): Promise<ReplyOf<Kind>> {
    this.#pool ??= new Pool({
      ...{ ...this.#host, entry: 'pair', size: 1, handedOver: 1, context: null, timeoutSeconds: PATIENCE_SECONDS },
      spoiledBy: (reply) => (reply as StoredReply).kind === 'refused',
    });
    try {
      const reply = await this.#pool.submit(request);
      if (reply.kind === 'refused') throw new RunError(reply.failure);
      if (reply.kind !== kind) throw new Error('the worker answered another question');
      return reply as ReplyOf<Kind>;
    } catch (error) {
      // Such a pool refuses all; what kept its workers from starting may be mended meanwhile.
      if (error instanceof RunError && error.failure.code === 'exit-loop') this.#pool = null;
      throw error;
    }
  }
}

/** Where the results of an event are. */
function placeOf(project: Project, event: string) {
  const folders = outputFolders(project);
  const origin = project.events.get(event)?.event?.time ?? null;
  return { event, folders, dataset: datasetPath(folders, event), origin, parameters: project.parameters };
}
