import { z } from 'zod';
import type { EarlierPairs, OutcomePage, RunProgress, RunRequest, ProjectOverview } from '../types';
import { names, nothing, pairKey, pairLimits, text } from './common';

/** The run of the open project. */
export const runInputs = {
  startRun: z.strictObject({
    events: names,
    stations: names,
    pairs: pairLimits.optional(),
    only: z.union([z.literal('failed'), z.array(z.strictObject(pairKey)).max(1_000_000)]).optional(),
    readyOnly: z.boolean().optional(),
    maxStations: z.number().int().min(1).max(512),
    maxEvents: z.number().int().min(1).max(64),
    fresh: z.boolean(),
    plot: z.boolean(),
  }) satisfies z.ZodType<RunRequest>,
  /** Hands out no more pairs until `resumeRun`; those under way end. */
  pauseRun: nothing,
  resumeRun: nothing,
  cancelRun: nothing,
  /** The state of the current or last run, for a page that (re)loads. */
  runState: nothing,
  /** The latest outcome of every pair, of earlier runs and of the present one, some hundreds at a time.
   *  `from` is a place in `edition`; the answer begins at the first outcome where that is not the present edition. */
  outcomes: z.strictObject({ edition: text.nullable(), from: z.number().int().min(0) }),
  /** The pairs whose outcomes are of before the last run, which does them again or was to. */
  earlierPairs: nothing,
} as const;

export interface RunOutputs {
  /** `reread`: the project where it was not any more as it was read, and has been read again first. */
  startRun: { total: number; reread: ProjectOverview | null };
  pauseRun: null;
  resumeRun: null;
  cancelRun: null;
  runState: RunProgress | null;
  outcomes: OutcomePage;
  earlierPairs: EarlierPairs;
}
