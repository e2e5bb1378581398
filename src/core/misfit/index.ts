export { measureDoubleDifference } from './doubleDifference/measure';
export type { DoubleDifferenceInput, DoubleDifferenceMeasurement } from './doubleDifference/types';
export { measure } from './measure';
export type { DoubleDifferenceType, Measurement, MisfitContext, SecondsWindow } from './types';
