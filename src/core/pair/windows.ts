import type { Parameters } from '@/core/config';
import type { PeriodBand, PhaseArrival, SeismicEvent } from '@/core/model';
import { arrivals as arrivalsAt } from '@/core/traveltime';
import {
  fitWindows,
  selectWindows,
  type WindowContext,
  type WindowInput,
  type WindowSelection,
} from '@/core/windowing';
import { silentWindow, type SampleBounds } from './hand';
import type { Notes } from './notes';
import type { ComponentResult, PairGeometry } from './types';

/** Windows that are measured as they are: of an earlier evaluation, or set by hand. */
export type GivenWindows =
  | { kind: 'fixed'; windows: readonly SampleBounds[] }
  /** `timeOffset`: first sample after the origin, s. */
  | { kind: 'hand'; windows: readonly SampleBounds[]; timeOffset: number };

/** What each rejection is called in the log. */
const REASONS: Record<string, string> = {
  traveltimes: 'outside of the theoretical arrivals',
  min_length: 'too short',
  water_level: 'across the water level',
  prominence: 'without a prominent peak',
  phase_sep: 'with another phase',
  s2n: 'in the noise',
  tshift: 'with too large a time shift',
  dlna: 'with too large an amplitude ratio',
  cc: 'with too low a correlation',
  amplitude: 'too weak',
};

/** Theoretical arrivals, none where event or station coordinates are missing or the depth is beyond the models. */
export function theoreticalArrivals(
  event: SeismicEvent | null,
  geometry: PairGeometry | null,
  parameters: Parameters,
  notes: Notes,
): PhaseArrival[] {
  if (event === null || geometry === null) {
    const missing = event === null ? 'event' : 'station';
    notes.warn(`no ${missing} coordinates: windows are not rejected on travel times`);
    return [];
  }
  const { earth_model } = parameters.pyflex_parameters;
  try {
    const found = arrivalsAt(earth_model, Math.max(0, event.depthKm), geometry.distanceDeg);
    if (found.length === 0) notes.warn(`${earth_model} has no arrivals at ${geometry.distanceDeg.toFixed(2)} degrees`);
    return found.map(({ name, time }) => ({ name, time }));
  } catch (error) {
    notes.warn(`no travel times by ${earth_model}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** What window selection is told of the path; null where travel times cannot be used. */
export function windowContext(
  geometry: PairGeometry | null,
  originOffset: number,
  arrivals: readonly PhaseArrival[],
): WindowContext | null {
  if (geometry === null || arrivals.length === 0) return null;
  return { originOffset, distanceKm: geometry.distanceKm, arrivals };
}

/**
 * The windows of one component: selected, or given ones with their fit measured anew. Tells how they came about.
 * @param given  windows that are not to be selected; null to select
 * @throws PairError `bad-hand-window` where a trace is silent in a window that was set by hand
 */
export function selectComponentWindows(
  { component, observed, synthetic }: Pick<ComponentResult, 'component' | 'observed' | 'synthetic'>,
  { minPeriod, maxPeriod }: PeriodBand,
  parameters: Parameters,
  context: WindowContext | null,
  given: GivenWindows | null,
  notes: Notes,
): WindowSelection {
  const input: WindowInput = {
    observed,
    synthetic,
    minPeriod,
    maxPeriod,
    parameters: parameters.pyflex_parameters,
    conventions: parameters.conventions,
    context,
    winAmpRatio: parameters.win_amp_ratio,
  };
  const selection = given === null ? selectWindows(input) : fitGiven(input, given, parameters);
  if (given?.kind === 'hand') checkFit(component, selection, given.timeOffset);
  for (const warning of selection.warnings) notes.warn(`component ${component}: ${warning}`);
  notes.info(`component ${component}: ${counted(selection.windows.length, 'window')} ${originOf(selection)}`);
  for (const [step, left] of selection.funnel) notes.debug(`component ${component}: ${left} after ${step}`);
  for (const { left, right, cc, shiftSeconds, dlnA } of selection.windows) {
    const fit = `cc ${cc.toFixed(3)}, dt ${shiftSeconds.toFixed(2)} s, dlnA ${dlnA.toFixed(3)}`;
    notes.info(`component ${component}: window ${left}-${right}: ${fit}`);
  }
  return selection;
}

function fitGiven(input: WindowInput, { kind, windows }: GivenWindows, { fix_windows }: Parameters): WindowSelection {
  if (kind === 'hand') return fitWindows(input, windows, { step: 'set by hand', isRevalidated: false });
  return fitWindows(input, windows, { step: 'taken over', isRevalidated: fix_windows.revalidate });
}

function checkFit(component: string, { windows }: WindowSelection, timeOffset: number): void {
  const silent = windows.find(({ cc, dlnA }) => !Number.isFinite(cc) || !Number.isFinite(dlnA));
  if (silent === undefined) return;
  const { left, right, delta } = silent;
  throw silentWindow(component, { left: timeOffset + left * delta, right: timeOffset + right * delta });
}

function originOf({ funnel, rejected }: WindowSelection): string {
  const reasons = Object.entries(rejected).map(([name, rows]) => `${rows.length} ${REASONS[name] ?? name}`);
  const [step, count] = funnel[0] ?? ['candidates', 0];
  const candidates = `of ${step === 'candidates' ? counted(count, 'candidate') : `${count} ${step}`}`;
  return reasons.length === 0 ? candidates : `${candidates}; rejected ${reasons.join(', ')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
