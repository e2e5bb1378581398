import type { Failure, PairKey, PairOutcome } from '@/core/model';

export type RunPhase =
  'starting' | 'running' | 'paused' | 'committing' | 'cancelling' | 'done' | 'cancelled' | 'failed';

/** Where a run stands. */
export interface RunState {
  phase: RunPhase;
  /** Pairs: in all, with an outcome, of these failed, of these done by an earlier run and unchanged. */
  total: number;
  done: number;
  failed: number;
  skipped: number;
  windows: number;
  /** Sum over the pairs done. */
  misfit: number;
  workers: number;
  /** Pairs being worked on now. */
  active: PairKey[];
  /** Why the run has failed; or, of a run that goes on, the first dataset that could not be written. */
  error: Failure | null;
}

/** Counts outcomes as they come. */
export class Tally {
  done = 0;
  failed = 0;
  skipped = 0;
  windows = 0;
  misfit = 0;

  add(outcome: PairOutcome, skipped: boolean): void {
    this.done++;
    if (outcome.status === 'failed') this.failed++;
    if (skipped) this.skipped++;
    this.windows += outcome.nwin;
    this.misfit += outcome.misfit ?? 0;
  }
}
