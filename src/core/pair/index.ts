export { isDoubleDifference, measureDifferences, type EventDifferences } from './differences/measure';
export type { DifferenceStation, MeasuredStationPair } from './differences/types';
export { decidesAll, decisionText, standing } from './hand';
export { PairMemory } from './memory';
export { processPair } from './process';
export * from './types';
