import type { MisfitParameters } from '@/core/config';
import { gradient, scaledByEnergy } from '@/core/signal';
import { correlate, type CorrelationMeasurement } from './correlation';
import type { Measurement, MisfitInput } from './types';
import { measureWindows, type WindowResult } from './windowed';

/**
 * Traveltime (dt) or amplitude (am) by cross-correlation: 0.5 (T / sigma)^2 or 0.5 (dlnA / sigma)^2.
 * @see Tromp et al. 2005, eqs. 27, 28, 45 and 62
 */
export function ccTraveltime(input: MisfitInput): Measurement {
  const { delta, parameters } = input;
  return measureWindows(input, ({ observed, synthetic }) =>
    correlationResult(correlate(observed, synthetic, delta, parameters), synthetic, delta, parameters),
  );
}

/** Misfit and source of one window by its correlation. */
export function correlationResult(
  measured: CorrelationMeasurement,
  synthetic: Float64Array,
  delta: number,
  parameters: MisfitParameters,
): WindowResult {
  const { tshift, dlna, sigmaDt, sigmaDlna } = measured;
  const misfitDt = 0.5 * (tshift / sigmaDt) ** 2;
  const misfitDlna = 0.5 * (dlna / sigmaDlna) ** 2;
  const isTime = parameters.measure_type === 'dt';
  return {
    adjoint: isTime
      ? scaledByEnergy(gradient(synthetic, delta), tshift / sigmaDt ** 2, delta)
      : scaledByEnergy(synthetic, -dlna / sigmaDlna ** 2, delta),
    measurement: {
      type: 'cc_traveltime',
      measureType: parameters.measure_type,
      misfit: isTime ? misfitDt : misfitDlna,
      tshift,
      dlna,
      sigmaDt,
      sigmaDlna,
      misfitDt,
      misfitDlna,
    },
  };
}
