import { amplitudesOf, periodBands, type Parameters } from '@/core/config';
import { channelCode, handMark, type CombinedComponent, type ComponentDetail, type PairDrawing } from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';
import { decimate } from '@/executive';

/** What a view of a pair is to be like. */
export interface DetailWish {
  /** Pixel columns that traces are decimated to. */
  width: number;
  /** Place among the period bands; the first where there is no such band. */
  band?: number;
}

/** What the pair view draws of a result: one of its period bands. Where one could not be measured, it is the last shown. */
export function detailOf(
  result: PairResult,
  parameters: Parameters,
  { width, band: wanted = 0 }: DetailWish,
  log: string,
): PairDrawing {
  const bands = periodBands(parameters);
  const band = Math.min(wanted < bands.length ? wanted : 0, result.bands?.length ?? 0);
  const isWhole = result.error === null;
  const isStored = isWhole && bands.length > 1 && result.bands === undefined;
  const measured = result.bands?.[band]?.components ?? result.components;
  const components = isStored ? measured.map(ofFirstBand) : measured;
  const hasWindows = measured.every(({ windows }) => windows.every((window) => window.band !== undefined));
  const { stalta_waterlevel: level } = parameters.pyflex_parameters;
  return {
    timeOffset: result.timeOffset,
    arrivals: result.arrivals,
    components: components.map((each) => componentDetail(each, parameters, width)),
    bands,
    band,
    ...(bands.length > 1 && isWhole
      ? { combined: result.components.map((each) => combinedOf(each, result, width)) }
      : {}),
    ...(isStored ? { stored: { hasWindows } } : {}),
    stalta: { waterlevel: typeof level === 'number' ? level : Math.min(...level) },
    warnings: result.warnings,
    error: result.error,
    ...(result.hand === undefined ? {} : { hand: handMark(result.hand) }),
    log,
  };
}

/** The windows of the first band: its traces are stored. */
function ofFirstBand(each: ComponentResult): ComponentResult {
  return { ...each, windows: each.windows.filter(({ band }) => band === 0) };
}

function combinedOf(
  { component, synthetic, windows, adjoint, byHand }: ComponentResult,
  { bands = [] }: PairResult,
  width: number,
): CombinedComponent {
  const isByHand = bands.map(({ components }) =>
    components.some((each) => each.component === component && each.byHand),
  );
  return {
    component,
    adjoint: adjoint && decimate(adjoint.data, synthetic.delta, width),
    byHand: bands.flatMap((_, place) => (byHand || isByHand[place] ? [place] : [])),
    misfit: adjoint?.misfit ?? null,
    windows: windows.map(({ left, right, cc, band }) => ({ left, right, cc, ...(band === undefined ? {} : { band }) })),
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
