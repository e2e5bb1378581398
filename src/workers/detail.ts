import { amplitudesOf, type Parameters } from '@/core/config';
import { channelCode, handMark, type ComponentDetail, type PairDrawing } from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';
import { decimate } from '@/executive';

/** What the pair view draws of a result.
 *  @param width pixel columns that traces are decimated to */
export function detailOf(result: PairResult, parameters: Parameters, width: number, log: string): PairDrawing {
  const { stalta_waterlevel: level } = parameters.pyflex_parameters;
  return {
    timeOffset: result.timeOffset,
    arrivals: result.arrivals,
    components: result.components.map((each) => componentDetail(each, parameters, width)),
    stalta: { waterlevel: typeof level === 'number' ? level : Math.min(...level) },
    warnings: result.warnings,
    error: result.error,
    ...(result.hand === undefined ? {} : { hand: handMark(result.hand) }),
    log,
    parameters: { minPeriod: parameters.min_period, maxPeriod: parameters.max_period },
  };
}

function componentDetail(each: ComponentResult, parameters: Parameters, width: number): ComponentDetail {
  const { component, observed, synthetic, stalta, adjoint, windows, rejected, funnel, byHand, unprocessed } = each;
  const { delta, data } = synthetic;
  // Measured in the order of the windows.
  const measured = adjoint?.windows;
  return {
    component,
    observedChannel: channelCode(observed),
    syntheticChannel: channelCode(synthetic),
    observed: decimate(observed.data, delta, width),
    synthetic: decimate(data, delta, width),
    stalta: stalta && decimate(stalta, delta, width),
    adjoint: adjoint && decimate(adjoint.data, delta, width),
    misfit: adjoint?.misfit ?? null,
    windows: windows.map(({ firstSample: _, ...window }, i) => ({ ...window, misfit: measured?.[i]?.misfit ?? null })),
    rejected,
    funnel,
    length: data.length,
    delta,
    unit: amplitudesOf(parameters, !unprocessed),
    ...(byHand ? { byHand } : {}),
    ...(unprocessed ? { unprocessed } : {}),
  };
}
