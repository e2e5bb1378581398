import { stat } from 'node:fs/promises';
import type { Parameters } from '@/core/config';
import type { Gatherer, GatheredPair, PairFiles } from '@/project';

/** Pairs that are kept: as many as a page pins for its preview. */
const KEPT_PAIRS = 12;

/** Reads pairs that are looked at again and again with other parameters: those looked at last are kept as read, and
 *  read again when one of their files has changed. */
export class GatheredPairs {
  readonly #gatherer: Gatherer;
  readonly #kept = new Map<string, { files: string; pair: Promise<GatheredPair> }>();

  constructor(gatherer: Gatherer) {
    this.#gatherer = gatherer;
  }

  /** @throws PairError as `Gatherer.gather` */
  async get(files: PairFiles, parameters: Parameters): Promise<GatheredPair> {
    // All that reading depends on, beside the files' content.
    const id = JSON.stringify([files, parameters.conventions, parameters.preprocess.gaps]);
    const state = await stateOf(files);
    const known = this.#kept.get(id);
    const pair = known?.files === state ? known.pair : this.#gatherer.gather(files, parameters);
    // Putting it in again makes it the youngest.
    this.#kept.delete(id);
    this.#kept.set(id, { files: state, pair });
    if (this.#kept.size > KEPT_PAIRS) this.#kept.delete(this.#kept.keys().next().value!);
    pair.catch(() => this.#kept.delete(id));
    return pair;
  }
}

/** Sizes and modification times. */
async function stateOf({ eventFile, stationFiles, observed, synthetic }: PairFiles): Promise<string> {
  const files = [...(eventFile === null ? [] : [eventFile]), ...stationFiles, ...observed, ...synthetic];
  const states = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return states.map((found) => (found ? `${found.size}/${found.mtimeMs}` : 'missing')).join(' ');
}
