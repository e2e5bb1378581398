import {
  handKeyName,
  PairError,
  unknownHandKey,
  windowsListed,
  type HandDecision,
  type HandWindow,
  type PeriodBand,
  type Trace,
} from '@/core/model';

/** Samples of a window, both ends included. */
export interface SampleBounds {
  left: number;
  right: number;
  center: number;
}

/** A decision that holds. */
export function standing(decision: HandDecision | null | undefined): HandDecision | null {
  return decision && decision.verdict !== 'withdrawn' ? decision : null;
}

/** The windows that a decision gives a component in a period band; null where they are left to selection. */
export function windowsByHand(
  decision: HandDecision | null,
  component: string,
  band: PeriodBand,
): readonly HandWindow[] | null {
  if (decision?.verdict === 'rejected') return [];
  return decision?.verdict === 'edited' ? windowsListed(decision.windows, component, band) : null;
}

/** @throws PairError `bad-hand-window` for windows that were set in a period band that is not measured any more: they are
 *  not to be dropped silently. A component that is not measured is no fault of the windows. */
export function checkBands(decision: HandDecision | null, bands: readonly PeriodBand[]): void {
  if (decision?.verdict !== 'edited') return;
  const key = unknownHandKey(
    decision.windows,
    [...new Set(Object.keys(decision.windows).map((name) => name[0]))],
    bands,
  );
  if (key === null) return;
  const message = `windows were set by hand on component ${handKeyName(key)}, a period band that is not measured`;
  throw new PairError('window', 'bad-hand-window', message, {
    advice: 'Set the windows of this pair again, or withdraw the decision.',
  });
}

/** Whether nothing is left to selection. */
export function decidesAll(
  decision: HandDecision | null,
  components: readonly string[],
  bands: readonly PeriodBand[],
): boolean {
  return components.every((component) => bands.every((band) => windowsByHand(decision, component, band) !== null));
}

/**
 * Windows set by hand as samples of a trace, in their order; the same window twice counts once.
 * @param timeOffset  the trace's first sample after the origin, s
 * @throws PairError `bad-hand-window` for one that is outside of the trace, has no length or overlaps another
 */
export function sampledWindows(
  component: string,
  { delta, data }: Trace,
  windows: readonly HandWindow[],
  timeOffset: number,
): SampleBounds[] {
  const end = timeOffset + (data.length - 1) * delta;
  const ordered = [...windows].sort((a, b) => a.left - b.left || a.right - b.right);
  const sampled: SampleBounds[] = [];
  let last: HandWindow | null = null;
  for (const window of ordered) {
    if (last?.left === window.left && last.right === window.right) continue;
    const [left, right] = [window.left, window.right].map((time) => Math.round((time - timeOffset) / delta));
    if (left < 0 || right >= data.length) {
      throw refusal(component, window, `lies outside of the trace, which spans ${spanned(timeOffset, end)}`);
    }
    if (right <= left) throw refusal(component, window, 'has no length');
    if (last !== null && window.left < last.right) {
      throw refusal(component, window, `overlaps the one from ${spanned(last.left, last.right)}`);
    }
    sampled.push({ left, right, center: Math.round((left + right) / 2) });
    last = window;
  }
  return sampled;
}

/** @returns an error for a window in which a trace is silent: its fit is not a number */
export function silentWindow(component: string, window: HandWindow): PairError {
  return refusal(component, window, 'holds no signal: a trace is zero there');
}

/** A decision in words: who, when, why. */
export function decisionText({ verdict, by, at, note }: HandDecision): string {
  const why = note.trim() === '' ? '' : `: ${note.trim()}`;
  return `windows ${verdict} by hand by ${by} on ${at.slice(0, 10)}${why}`;
}

function refusal(component: string, { left, right }: HandWindow, what: string): PairError {
  const message = `component ${component}: the window set by hand from ${spanned(left, right)} ${what}`;
  return new PairError('window', 'bad-hand-window', message, {
    advice: 'Set the windows of this pair again, or withdraw the decision.',
  });
}

function spanned(left: number, right: number): string {
  const text = (time: number) => String(Number(time.toFixed(3)));
  return `${text(left)} to ${text(right)} s`;
}
