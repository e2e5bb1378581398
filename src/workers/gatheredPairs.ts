import { stat } from 'node:fs/promises';
import type { Parameters } from '@/core/config';
import { PairMemory, type PairResult } from '@/core/pair';
import type { Gatherer, GatheredPair, PairFiles } from '@/project';

/** Pairs that are kept: as many as a page pins for its preview, and as many again that are looked at one by one. */
const KEPT_PAIRS = 24;
/** Results of each pair that are kept: what the run has left, and what is tried. */
const KEPT_RESULTS = 2;

/** A result with what was told on the way. */
export interface KeptResult {
  result: PairResult;
  log: string;
}

/** A pair that is kept, with what was made of it. */
export class KeptPair {
  readonly gathered: GatheredPair;
  /** Of its first stages. */
  readonly memory = new PairMemory();
  readonly #results = new Map<string, KeptResult>();

  constructor(gathered: GatheredPair) {
    this.gathered = gathered;
  }

  /** @param id all that the result depends on, beside the pair's files */
  result(id: string, make: () => KeptResult): KeptResult {
    const kept = this.#results.get(id) ?? make();
    // Putting it in again makes it the youngest.
    this.#results.delete(id);
    this.#results.set(id, kept);
    if (this.#results.size > KEPT_RESULTS) this.#results.delete(this.#results.keys().next().value!);
    return kept;
  }
}

/** Reads pairs that are looked at again and again with other parameters or windows: those looked at last are kept as
 *  read, and read again when one of their files has changed. */
export class GatheredPairs {
  readonly #gatherer: Gatherer;
  readonly #kept = new Map<string, { files: string; pair: Promise<KeptPair> }>();

  constructor(gatherer: Gatherer) {
    this.#gatherer = gatherer;
  }

  /** @throws PairError as `Gatherer.gather` */
  async get(files: PairFiles, parameters: Parameters): Promise<KeptPair> {
    // All that reading depends on, beside the files' content.
    const { conventions, preprocess, unit_output, observed_tag, synthetic_tag, iteration, step_count } = parameters;
    const tags = [observed_tag, synthetic_tag, iteration, step_count];
    const id = JSON.stringify([files, conventions, preprocess.gaps, unit_output, tags]);
    const state = await stateOf(files);
    const known = this.#kept.get(id);
    const pair = known?.files === state ? known.pair : this.#read(files, parameters);
    // Putting it in again makes it the youngest.
    this.#kept.delete(id);
    this.#kept.set(id, { files: state, pair });
    if (this.#kept.size > KEPT_PAIRS) this.#kept.delete(this.#kept.keys().next().value!);
    pair.catch(() => this.#kept.delete(id));
    return pair;
  }

  async #read(files: PairFiles, parameters: Parameters): Promise<KeptPair> {
    return new KeptPair(await this.#gatherer.gather(files, parameters));
  }
}

/** Sizes and modification times. */
async function stateOf({ eventFile, stationFiles, observed, synthetic }: PairFiles): Promise<string> {
  const files = [...(eventFile === null ? [] : [eventFile]), ...stationFiles, ...observed, ...synthetic];
  const states = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return states.map((found) => (found ? `${found.size}/${found.mtimeMs}` : 'missing')).join(' ');
}
