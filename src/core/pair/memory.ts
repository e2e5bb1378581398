import type { Parameters } from '@/core/config';
import type { Notes, Told } from './notes';
import type { Sides } from './sides';

interface Kept {
  sides: Sides;
  told: Told[];
}

/**
 * Keeps the traces of a pair as standardizing and preprocessing have left them, so that other windows or another misfit
 * function need not go through these again. Of the parameters tried last; for one and the same input.
 */
export class PairMemory {
  #key = '';
  readonly #kept = new Map<string, Kept>();

  /** To be told of the parameters before the stages are recalled. */
  use(parameters: Parameters): void {
    const key = preparationKey(parameters);
    if (key !== this.#key) this.#kept.clear();
    this.#key = key;
  }

  /** What a stage has made, with what it told; made where it is not known. The traces are not to be changed. */
  recall(stage: string, notes: Notes, make: () => Sides): Sides {
    const known = this.#kept.get(stage);
    if (known) {
      notes.repeat(known.told);
      return known.sides;
    }
    const { value: sides, told } = notes.taped(make);
    this.#kept.set(stage, { sides, told });
    return sides;
  }
}

/** All parameters that the traces may depend on, as text: those are left out of which it is known that they do not. */
function preparationKey(parameters: Parameters): string {
  const ofWindows = { pyflex_preset: null, pyflex_parameters: null, win_amp_ratio: null, fix_windows: null };
  const ofMisfit = { adj_src_type: null, pyadjoint_parameters: null, double_difference: null };
  const ofNames = { event_id: null, iteration: null, step_count: null, observed_tag: null, synthetic_tag: null };
  const { steps } = parameters.executive;
  const executive = { steps: steps.filter((step) => step !== 'window') };
  return JSON.stringify({ ...parameters, ...ofWindows, ...ofMisfit, ...ofNames, paths: null, executive });
}
