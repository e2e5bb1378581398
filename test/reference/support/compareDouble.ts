import type { Parameters } from '@/core/config';
import { measureDoubleDifference, type DoubleDifferenceMeasurement, type DoubleDifferenceType } from '@/core/misfit';
import type { ComponentResult, PairResult } from '@/core/pair';
import { compareArray, compareStatistics, placed, type Note } from './compare';
import { bySignature, nameOf } from './compareDemo';
import type { WantedDouble, WantedPair } from './cases';
import { relative, type Comparison } from './ledger';

/** Compares what is measured between two stations of an event. */
export function compareDouble(
  first: PairResult,
  second: PairResult,
  wanted: WantedPair,
  parameters: Parameters,
): Comparison[] {
  const pair = `${nameOf(wanted)} with ${wanted.second?.[1]}`;
  return Object.entries(wanted.double ?? {}).flatMap(([letter, { spans, sources }]) => {
    const [a, b] = [first, second].map(({ components }) => components.find((each) => each.component === letter)!);
    const own = measureBoth(a, b, spans, parameters);
    return placed(pair, letter, notesOf(own, sources));
  });
}

function notesOf(own: DoubleDifferenceMeasurement, [a, b]: WantedDouble['sources']): Note[] {
  return [
    ...compareStatistics(own.windows, a.windows ?? []),
    { stage: 'misfit', quantity: 'misfit', deviation: relative([own.misfit], [a.misfit]) },
    ...compareArray('adjoint source', 'adjoint source', own.adjointA, a.adjoint, bySignature),
    ...compareArray('adjoint source', 'adjoint source of the second', own.adjointB, b.adjoint, bySignature),
  ];
}

function measureBoth(
  a: ComponentResult,
  b: ComponentResult,
  [windowsA, windowsB]: WantedDouble['spans'],
  parameters: Parameters,
): DoubleDifferenceMeasurement {
  const type = parameters.adj_src_type;
  if (!isDouble(type)) throw new Error(`${type} is no double difference`);
  return measureDoubleDifference(type, {
    observedA: a.observed.data,
    syntheticA: a.synthetic.data,
    windowsA,
    observedB: b.observed.data,
    syntheticB: b.synthetic.data,
    windowsB,
    delta: a.synthetic.delta,
    parameters: parameters.pyadjoint_parameters,
    context: {
      minPeriod: parameters.min_period,
      maxPeriod: parameters.max_period,
      conventions: parameters.conventions,
    },
  });
}

function isDouble(type: Parameters['adj_src_type']): type is DoubleDifferenceType {
  return type.endsWith('_dd');
}
