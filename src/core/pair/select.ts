import { componentsOf, type Parameters } from '@/core/config';
import { channelCode, compareNames, component, PairError, type Trace } from '@/core/model';
import { areFinite } from '@/core/signal';
import type { Notes } from './notes';
import { makeSides, type Sides } from './sides';
import type { PairInput } from './types';

/** Horizontal components of a sensor that does not point north and east. */
const ORIENTED = ['1', '2'];

/**
 * Picks one trace per component and side. Where several instruments or locations have a component, the first by
 * location and then by channel is taken, and a warning tells the others.
 * @throws PairError `no-observed`, `no-synthetic`, `not-finite`
 */
export function selectTraces(input: PairInput, parameters: Parameters, notes: Notes): Sides {
  const wanted = componentsOf(parameters);
  const observed = pickSide('observed', input.observed, wanted, notes);
  const synthetic = pickSide('synthetic', input.synthetic, wanted, notes);
  return makeSides(parameters, observed, synthetic);
}

function pickSide(
  name: 'observed' | 'synthetic',
  traces: readonly Trace[],
  wanted: readonly string[],
  notes: Notes,
): Map<string, Trace> {
  const letters = [...wanted, ...sources(wanted)];
  const picked = new Map<string, Trace>();
  let broken: string | null = null;
  for (const letter of letters) {
    const trace = pick(name, traces, letter, notes);
    if (trace === null) continue;
    if (areFinite(trace.data)) picked.set(letter, trace);
    else notes.warn((broken = `${name} ${channelCode(trace)} holds samples that are not numbers`));
  }
  if (picked.size > 0) return picked;
  if (broken !== null) {
    throw new PairError('standardize', 'not-finite', broken, { advice: 'Mend or remove the file of this trace.' });
  }
  const present = traces.map(channelCode).join(', ') || 'none';
  throw new PairError(
    'standardize',
    `no-${name}`,
    `no ${name} trace of the components ${wanted.join(', ')}; there: ${present}`,
    { advice: `Add ${name} waveforms of this station, or set component_list to what there is.` },
  );
}

/** Components that wanted ones can be rotated from. */
function sources(wanted: readonly string[]): string[] {
  const turned = wanted.includes('R') || wanted.includes('T') ? ['N', 'E'] : [];
  const horizontal = turned.length > 0 || wanted.includes('N') || wanted.includes('E') ? ORIENTED : [];
  return [...turned, ...horizontal].filter((letter) => !wanted.includes(letter));
}

function pick(name: string, traces: readonly Trace[], letter: string, notes: Notes): Trace | null {
  const matching = traces
    .filter((trace) => component(trace) === letter && trace.data.length > 1)
    .sort((a, b) => compareNames(a.location, b.location) || compareNames(a.channel, b.channel));
  const [first, ...others] = matching;
  if (first === undefined) return null;
  if (others.length > 0) {
    notes.warn(`${name} component ${letter}: ${channelCode(first)} is used, not ${others.map(channelCode).join(', ')}`);
  }
  return first;
}
