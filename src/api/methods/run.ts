import { z } from 'zod';
import type { RunEvents, RunRequest } from '../types';
import { names, nothing, pairKey, pairLimits } from './common';

/** The run of the open project. */
export const runInputs = {
  startRun: z.strictObject({
    events: names,
    stations: names,
    pairs: pairLimits.optional(),
    only: z.union([z.literal('failed'), z.array(z.strictObject(pairKey)).max(1_000_000)]).optional(),
    maxStations: z.number().int().min(1).max(512),
    maxEvents: z.number().int().min(1).max(64),
    fresh: z.boolean(),
    plot: z.boolean(),
  }) satisfies z.ZodType<RunRequest>,
  /** Hands out no more pairs until `resumeRun`; those under way end. */
  pauseRun: nothing,
  resumeRun: nothing,
  cancelRun: nothing,
  /** The state of the current or last run with all its outcomes, for a page that (re)loads. */
  runState: nothing,
} as const;

export interface RunOutputs {
  startRun: { total: number };
  pauseRun: null;
  resumeRun: null;
  cancelRun: null;
  runState: RunEvents | null;
}
