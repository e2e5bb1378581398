import { energy, gradient, shiftedAndScaled, simpson } from '@/core/signal';
import { shiftSamples } from '../multitaper/align';
import { correlationDifference, type CorrelationDifference } from './correlation';
import type { DoubleDifferenceInput, DoubleDifferenceMeasurement } from './types';
import { measureWindowPairs, type QuartetResult, type WindowQuartet } from './windowed';

/**
 * Differential traveltime (dt) or amplitude (am) of two stations by cross-correlation: 0.5 (DT / sigma)^2, with DT the
 * lag of A's synthetic against B's less that of the data.
 * @see Yuan et al. 2016
 */
export function correlationTraveltimeDifference(input: DoubleDifferenceInput): DoubleDifferenceMeasurement {
  const { delta, parameters, context } = input;
  return measureWindowPairs(input, (quartet) => {
    const measured = correlationDifference(quartet, delta, parameters, context.conventions);
    const isTime = parameters.measure_type === 'dt';
    return correlationDifferenceResult('cc_traveltime_dd', measured, quartet, input, isTime);
  });
}

/** Misfit and sources of a pair of windows by their correlation. */
export function correlationDifferenceResult(
  type: string,
  measured: CorrelationDifference,
  quartet: WindowQuartet,
  input: DoubleDifferenceInput,
  isTime: boolean,
): QuartetResult {
  const { sigmaDt, sigmaDlna } = measured.observed;
  const { leftA, leftB, lengthB } = quartet;
  const misfitDt = 0.5 * (measured.tshift / sigmaDt) ** 2;
  const misfitDlna = 0.5 * (measured.dlna / sigmaDlna) ** 2;
  const { a, b } = isTime ? traveltimeSources(measured, quartet, input) : amplitudeSources(measured, quartet, input);
  return {
    adjointA: { data: a, left: leftA },
    adjointB: { data: b.subarray(0, lengthB), left: leftB },
    measurement: {
      type,
      measureType: isTime ? 'dt' : 'am',
      misfit: isTime ? misfitDt : misfitDlna,
      tshift: measured.tshift,
      dlna: measured.dlna,
      sigmaDt,
      sigmaDlna,
      misfitDt,
      misfitDlna,
    },
  };
}

interface SourcePair {
  a: Float64Array;
  b: Float64Array;
}

/**
 * The derivative at either station is the other's synthetic, moved onto it by the synthetics' lag. Pyadjoint moves it by
 * the double difference of lags instead, which `conventions` keeps.
 * @see Yuan et al. 2016
 */
function traveltimeSources(
  { tshift, synthetic, observed }: CorrelationDifference,
  { syntheticA, syntheticB }: WindowQuartet,
  { delta, context }: DoubleDifferenceInput,
): SourcePair {
  const lag = context.conventions === 'pyatoa' ? shiftSamples(tshift, { delta, context }) : synthetic.shift;
  const slopeOfB = gradient(shiftedAndScaled(syntheticB, lag, 1), delta);
  const slopeOfA = gradient(shiftedAndScaled(syntheticA, -lag, 1), delta);
  const norm = simpson(
    gradient(syntheticA, delta).map((x, i) => x * slopeOfB[i]),
    delta,
  );
  const factor = norm === 0 ? 0 : tshift / observed.sigmaDt ** 2 / norm;
  return { a: slopeOfB.map((x) => -x * factor), b: slopeOfA.map((x) => x * factor) };
}

/** Pyadjoint has none, which `conventions` keeps; else the derivatives of the logarithm of the ratio of amplitudes. */
function amplitudeSources(
  { dlna, observed }: CorrelationDifference,
  { syntheticA, syntheticB }: WindowQuartet,
  { delta, context }: DoubleDifferenceInput,
): SourcePair {
  const part = (x: Float64Array, sign: 1 | -1) => {
    const norm = energy(x) * delta;
    const none = norm === 0 || context.conventions === 'pyatoa';
    const factor = none ? 0 : (sign * dlna) / observed.sigmaDlna ** 2 / norm;
    return x.map((value) => value * factor);
  };
  return { a: part(syntheticA, 1), b: part(syntheticB, -1) };
}
