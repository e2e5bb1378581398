import { stat } from 'node:fs/promises';
import type { Parameters } from '@/core/config';
import { toFailure } from '@/core/model';
import { standing, type FixedWindows } from '@/core/pair';
import type { InspectReply, PairRequest, WindowSource } from '@/executive';
import type { Gatherer } from '@/project';
import { computed } from './compute';
import { detailOf } from './detail';
import { readFixedWindows } from './fixedWindows';
import { GatheredPairs, type KeptResult } from './gatheredPairs';
import { LogBook } from './log';
import { emptyResult } from './outcome';

type InspectRequest = Extract<PairRequest, { kind: 'inspect' }>;

/** Answers questions about single pairs, writing nothing. Of the pairs asked for last it keeps the files as read, the
 *  traces as preprocessed, and the last results. */
export class Inspection {
  readonly #pairs: GatheredPairs;
  readonly #windows = new Map<string, Promise<FixedWindows | null>>();

  constructor(gatherer: Gatherer) {
    this.#pairs = new GatheredPairs(gatherer);
  }

  async answer(request: InspectRequest): Promise<InspectReply> {
    const { parameters, width, band } = request;
    const { result, log } = await this.#result(request);
    return { kind: 'inspected', detail: detailOf(result, parameters, { width, band }, log) };
  }

  async #result({ pair, files, windows, hand, parameters }: InspectRequest): Promise<KeptResult> {
    const log = new LogBook(pair, parameters.executive.log_level);
    try {
      const kept = await this.#pairs.get(files, parameters);
      const { id, fixed } = await this.#fixed(windows, pair.station);
      return kept.result(JSON.stringify([numbersOf(parameters), hand, id]), () => {
        const { gathered, memory } = kept;
        const result = computed({ gathered, windows, fixed, hand }, parameters, log, memory);
        log.conclude(result);
        return { result, log: log.text };
      });
    } catch (error) {
      const result = emptyResult(toFailure(error, 'gather'), standing(hand));
      log.conclude(result);
      return { result, log: log.text };
    }
  }

  /** The windows of an earlier evaluation, read once from each state of its dataset. */
  async #fixed(source: WindowSource | null, station: string): Promise<{ id: string; fixed: FixedWindows | null }> {
    if (source === null) return { id: '', fixed: null };
    const found = await stat(source.dataset).catch(() => null);
    const id = JSON.stringify([source, station, found && [found.size, found.mtimeMs]]);
    if (!this.#windows.has(id)) {
      // Those of an older state are of no use any more.
      if (this.#windows.size > MOST_WINDOWS) this.#windows.clear();
      const reading = readFixedWindows(source, station);
      this.#windows.set(id, reading);
      reading.catch(() => this.#windows.delete(id));
    }
    return { id, fixed: await this.#windows.get(id)! };
  }
}

const MOST_WINDOWS = 200;

/** What of the parameters a result and its log depend on. */
function numbersOf({ executive: { steps, log_level }, paths: _, ...rest }: Parameters): unknown {
  return { ...rest, steps, log_level };
}
