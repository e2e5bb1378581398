import type { ComponentOutcome, PairOutcome } from '@/core/model';

/** A finished pair as one line of JSON, for programs that read `atoa run --json`. */
export function outcomeLine(outcome: PairOutcome): string {
  const { event, station, status, misfit, nwin, components, error, seconds } = outcome;
  const told = Object.fromEntries(Object.entries(components).map(([name, each]) => [name, componentOf(each)]));
  return JSON.stringify({ event, station, status, misfit, nwin, components: told, error, seconds });
}

function componentOf({ misfit, nwin, windows }: ComponentOutcome) {
  return { misfit, nwin, windows: windows.map(({ left, right, cc, dt, dlnA }) => ({ left, right, cc, dt, dlnA })) };
}

/** Of an outcome what a run's summary is made of. */
export type Finished = Pick<PairOutcome, 'event' | 'station' | 'status' | 'misfit' | 'nwin' | 'error'>;

export interface Summary {
  pairs: number;
  ok: number;
  failed: number;
  windows: number;
  misfit: number;
  seconds: number;
}

/** Totals of a run. The misfit is summed in the pairs' order, so that it does not depend on who finished first. */
export function summarize(outcomes: Finished[], seconds: number): Summary {
  const failed = outcomes.filter(({ status }) => status === 'failed').length;
  const windows = outcomes.reduce((sum, { nwin }) => sum + nwin, 0);
  const misfit = outcomes.reduce((sum, outcome) => sum + (outcome.misfit ?? 0), 0);
  return { pairs: outcomes.length, ok: outcomes.length - failed, failed, windows, misfit, seconds };
}
