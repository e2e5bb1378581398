import { channelCode, PairError, type Trace } from '@/core/model';
import type { Notes } from './notes';
import { commonComponents, type Sides } from './sides';

/**
 * Takes traces out that say nothing: all samples the same.
 * @throws PairError `constant-trace` where a side has none left
 */
export function dropConstant(sides: Sides, notes: Notes): void {
  for (const side of [sides.observed, sides.synthetic]) {
    for (const [letter, trace] of side.traces) {
      if (!isConstant(trace)) continue;
      side.traces.delete(letter);
      const message = `${side.name} ${channelCode(trace)} has the same value in all samples`;
      notes.warn(message);
      if (side.traces.size > 0) continue;
      throw new PairError('standardize', 'constant-trace', message, {
        advice: 'Look at the waveform: the channel may be dead, or the file empty.',
      });
    }
  }
}

function isConstant({ data }: Trace): boolean {
  // Mostly the middle tells at once: a trace may begin with many zeros.
  if (data[data.length >> 1] !== data[0]) return false;
  for (let i = 1; i < data.length; i++) if (data[i] !== data[0]) return false;
  return true;
}

/** @throws PairError `unequal-traces` where the sides cannot be compared sample by sample */
export function checkEqualSampling(sides: Sides): void {
  for (const [letter, synthetic] of sides.synthetic.traces) {
    const observed = sides.observed.traces.get(letter);
    if (observed === undefined) continue;
    const isEqual = observed.delta === synthetic.delta && observed.data.length === synthetic.data.length;
    if (isEqual) continue;
    const of = ({ data, delta }: Trace) => `${data.length} samples of ${delta} s`;
    const message = `component ${letter}: observed has ${of(observed)}, synthetic ${of(synthetic)}`;
    throw new PairError('standardize', 'unequal-traces', message, {
      advice: 'Put standardize back into executive.steps.',
    });
  }
}

/**
 * Components that can be measured, of those wanted; warns of the others.
 * @throws PairError `no-common-component`
 */
export function measurable(sides: Sides, wanted: readonly string[], notes: Notes): string[] {
  const common = commonComponents(sides, wanted);
  for (const letter of wanted) {
    for (const { name, traces } of [sides.observed, sides.synthetic]) {
      if (!traces.has(letter)) notes.warn(`component ${letter} is not measured: there is no ${name} trace of it`);
    }
  }
  if (common.length > 0) return common;
  const list = ({ traces }: Sides['observed']) => [...traces.keys()].join(', ');
  throw new PairError(
    'preprocess',
    'no-common-component',
    `observed (${list(sides.observed)}) and synthetic (${list(sides.synthetic)}) share none of the components ${wanted.join(', ')}`,
    { advice: 'Set component_list to what both have, or rotate_to_rtz where one side is in R and T.' },
  );
}
