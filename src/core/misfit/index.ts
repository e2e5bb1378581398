export { measure } from './measure';
export type { Measurement, MisfitContext, SecondsWindow } from './types';
