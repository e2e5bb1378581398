import type { WindowParameters } from '@/core/config';
import { PairError } from '@/core/model';

/** A limit that holds for the whole trace, or one value per sample. */
export type Level = number | readonly number[];

const LEVELS = [
  'stalta_waterlevel',
  'tshift_acceptance_level',
  'dlna_acceptance_level',
  'cc_acceptance_level',
  's2n_limit',
] as const satisfies readonly (keyof WindowParameters)[];

/** The limit that holds at a sample. */
export function levelAt(level: Level, index: number): number {
  return typeof level === 'number' ? level : level[index];
}

/** @throws PairError `level-length` where a limit per sample does not have the trace's length */
export function checkLevels(parameters: WindowParameters, length: number): void {
  for (const name of LEVELS) {
    const level: Level = parameters[name];
    if (typeof level === 'number' || level.length === length) continue;
    throw new PairError(
      'window',
      'level-length',
      `pyflex_parameters.${name} has ${level.length} values, but the trace has ${length} samples`,
      { advice: 'Give one number, or one value per sample of the standardized synthetic.' },
    );
  }
}
