import { z } from 'zod';
import type { RunEvents, RunRequest } from '../types';
import { names, nothing, pairLimits } from './common';

/** The run of the open project. */
export const runInputs = {
  startRun: z.strictObject({
    events: names,
    stations: names,
    pairs: pairLimits.optional(),
    maxStations: z.number().int().min(1).max(512),
    maxEvents: z.number().int().min(1).max(64),
    fresh: z.boolean(),
    plot: z.boolean(),
  }) satisfies z.ZodType<RunRequest>,
  cancelRun: nothing,
  /** The state of the current or last run with all its outcomes, for a page that (re)loads. */
  runState: nothing,
} as const;

export interface RunOutputs {
  startRun: { total: number };
  cancelRun: null;
  runState: RunEvents | null;
}
