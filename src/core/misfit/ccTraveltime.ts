import type { MisfitParameters } from '@/core/config';
import { gradient, simpson } from '@/core/signal';
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
      ? scaled(gradient(synthetic, delta), tshift / sigmaDt ** 2, delta)
      : scaled(synthetic, -dlna / sigmaDlna ** 2, delta),
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

/** x times `factor` over the integral of x^2; zeros where x is zero. */
function scaled(x: Float64Array, factor: number, delta: number): Float64Array {
  const squares = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) squares[i] = x[i] * x[i];
  const norm = simpson(squares, delta);
  const out = new Float64Array(x.length);
  if (norm === 0) return out;
  for (let i = 0; i < x.length; i++) out[i] = (x[i] * factor) / norm;
  return out;
}
