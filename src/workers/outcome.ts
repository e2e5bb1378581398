import {
  channelCode,
  formatTime,
  handMark,
  type ComponentOutcome,
  type HandDecision,
  type PairKey,
  type PairOutcome,
  type Window,
  type WindowSummary,
} from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';

function summaryOf(window: Window, misfit: number | undefined): WindowSummary {
  const { left, right, cc, shiftSeconds, dlnA, weight, band, byHand } = window;
  return {
    ...{ left, right, cc, dt: shiftSeconds, dlnA, weight },
    ...(misfit === undefined ? {} : { misfit }),
    ...(band === undefined ? {} : { band }),
    ...(byHand ? { byHand } : {}),
  };
}

function componentOutcome({ adjoint, windows, observed, byHand }: ComponentResult): ComponentOutcome {
  const { starttime, delta } = observed;
  return {
    misfit: adjoint?.misfit ?? null,
    nwin: windows.length,
    // Measured in the order of the windows.
    windows: windows.map((window, i) => summaryOf(window, adjoint?.windows[i]?.misfit)),
    trace: { channel: channelCode(observed), starttime: formatTime(starttime, 9), delta },
    ...(byHand ? { byHand } : {}),
  };
}

/** A pair's result in short.
 *  @param seconds the pair took, all in all */
export function outcomeOf({ event, station }: PairKey, result: PairResult, seconds: number): PairOutcome {
  const { geometry, error, misfit, warnings, timings, hand } = result;
  const components = Object.fromEntries(result.components.map((each) => [each.component, componentOutcome(each)]));
  return {
    event,
    station,
    status: error === null ? 'ok' : 'failed',
    misfit,
    nwin: result.components.reduce((sum, { windows }) => sum + windows.length, 0),
    components,
    distanceKm: geometry?.distanceKm ?? null,
    azimuthDeg: geometry?.azimuthDeg ?? null,
    backazimuthDeg: geometry?.backazimuthDeg ?? null,
    ...(hand === undefined ? {} : { hand: handMark(hand) }),
    error,
    warnings,
    seconds,
    timings,
  };
}

/** The result of a pair that did not get as far as having one. */
export function emptyResult(error: PairResult['error'], hand: HandDecision | null = null): PairResult {
  return {
    geometry: null,
    timeOffset: 0,
    arrivals: [],
    origin: null,
    components: [],
    misfit: null,
    warnings: [],
    timings: {},
    error,
    ...(hand === null ? {} : { hand }),
  };
}
