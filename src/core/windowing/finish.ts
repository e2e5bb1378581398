import { channelCode, type PhaseArrival, type Window } from '@/core/model';
import type { FittedWindow } from './dataFit';
import type { WindowContext, WindowInput } from './types';

/** A chosen window with all that is known of it. */
export function finish(window: FittedWindow, input: WindowInput): Window {
  const { observed, minPeriod, context } = input;
  return {
    channelId: channelCode(observed),
    ...window,
    delta: observed.delta,
    firstSample: observed.starttime,
    minPeriod,
    phases: context === null ? [] : arrivalsInside(window, observed.delta, context),
  };
}

/** Theoretical arrivals from the first to the last sample of a window. */
function arrivalsInside(window: FittedWindow, delta: number, context: WindowContext): PhaseArrival[] {
  const from = window.left * delta + context.originOffset;
  const to = window.right * delta + context.originOffset;
  return context.arrivals.filter(({ time }) => from <= time && time <= to).map(({ name, time }) => ({ name, time }));
}
