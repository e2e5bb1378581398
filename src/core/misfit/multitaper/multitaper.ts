import { correlationResult } from '../ccTraveltime';
import { correlate, type CorrelationMeasurement } from '../correlation';
import type { Measurement, MisfitInput } from '../types';
import { measureWindows, type WindowedPair, type WindowResult } from '../windowed';
import { isCredible, isMeasurable } from './acceptance';
import { amplitudeSource, traveltimeSource } from './adjoint';
import { alignedWindow } from './align';
import { frequencyBand, type FrequencyBand } from './band';
import { deviation, mean } from './deviation';
import { jackknife } from './errors';
import { eigenSeries } from './tapers';
import { crossSpectra } from './transferFunction';
import { bandWeights } from './weights';
import { zoom } from './zoom';

/** The name Pyadjoint gives to a window that multitapers cannot measure. */
const FALL_BACK = 'cross_correlation_traveltime';

/**
 * Frequency-dependent traveltime (dt) or amplitude (am) by multitapers: the integral over the band of weight times
 * dtau^2 or dlnA^2. Windows where a test of the measurement fails are measured by `ccTraveltime`.
 * @see Laske & Masters 1996; Zhou et al. 2004; Hjorleifsdottir 2007; Tape et al. 2010, appendix A
 */
export function multitaper(input: MisfitInput): Measurement {
  const { synthetic, delta, parameters, context } = input;
  const band = frequencyBand(synthetic, delta, parameters, context);
  return measureWindows(
    input,
    (pair) => {
      const measured = correlate(pair.observed, pair.synthetic, delta, parameters);
      return (
        (band && spectralResult(pair, measured, band, input)) ??
        fallBack(correlationResult(measured, pair.synthetic, delta, parameters))
      );
    },
    'add',
  );
}

const fallBack = ({ adjoint, measurement }: WindowResult): WindowResult => ({
  adjoint,
  measurement: { ...measurement, type: FALL_BACK },
});

/** The measurement of one window; null where a test fails. */
function spectralResult(
  { synthetic, left }: WindowedPair,
  measured: CorrelationMeasurement,
  band: FrequencyBand,
  input: MisfitInput,
): WindowResult | null {
  const { delta, parameters, context } = input;
  const { mt_nw: nw, num_taper: tapers } = parameters;
  const { tshift, dlna } = measured;
  const length = synthetic.length;
  if (!isMeasurable(tshift, length, delta, parameters, context)) return null;
  const data = alignedWindow(input.observed, left, length, tshift, dlna, input);
  const series = eigenSeries(synthetic, nw, tapers);
  if (data === null || series.length === 0) return null;

  const window = zoom(band, length);
  const synthetics = series.map(window.forward);
  const spectra = crossSpectra(eigenSeries(data, nw, tapers).map(window.forward), synthetics, series);
  const estimate = (without?: number) => deviation(spectra, band, { tshift, dlna }, parameters, without);
  const found = estimate();
  const errors =
    parameters.use_mt_error && series.length > 1
      ? jackknife(
          found,
          series.map((_, t) => estimate(t)),
          context.conventions,
        )
      : null;
  if (!isCredible(found.dtau, errors?.dtau ?? null, tshift, band, parameters)) return null;

  const weights = bandWeights(band, found, errors, measured, parameters, context.conventions);
  const misfitDt = weightedSquare(found.dtau, weights.dtau, band.df);
  const misfitDlna = weightedSquare(found.dlna, weights.dlna, band.df);
  const isTime = parameters.measure_type === 'dt';
  return {
    adjoint: isTime
      ? traveltimeSource(series, found.dtau, weights.dtau, window, nw)
      : amplitudeSource(synthetics, found.dlna, weights.dlna, window, nw),
    measurement: {
      type: 'multitaper',
      measureType: parameters.measure_type,
      misfit: isTime ? misfitDt : misfitDlna,
      tshift: mean(found.dtau),
      dlna: mean(found.dlna),
      sigmaDt: measured.sigmaDt,
      sigmaDlna: measured.sigmaDlna,
      misfitDt,
      misfitDlna,
    },
  };
}

/** Integral over the band of weight times x^2. Weights vanish at its ends, and a plain sum is the best of rules. */
export function weightedSquare(x: Float64Array, weight: Float64Array, df: number): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k] * x[k] * weight[k];
  return sum * df;
}
