export { isDoubleDifference, measureDifferences, type EventDifferences } from './differences/measure';
export type { DifferenceStation, MeasuredStationPair } from './differences/types';
export { processPair } from './process';
export * from './types';
