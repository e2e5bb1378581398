import { isCredible, isMeasurable } from '../multitaper/acceptance';
import { frequencyBand, type FrequencyBand } from '../multitaper/band';
import { deviation, mean, type Deviation } from '../multitaper/deviation';
import { jackknife } from '../multitaper/errors';
import { weightedSquare } from '../multitaper/multitaper';
import { eigenSeries } from '../multitaper/tapers';
import { crossSpectra, type CrossSpectra } from '../multitaper/transferFunction';
import { bandWeights } from '../multitaper/weights';
import { zoom, type Zoom } from '../multitaper/zoom';
import { alignA, type AlignedA } from './alignA';
import { correlationDifferenceResult } from './ccTraveltime';
import { correlationDifference, type CorrelationDifference } from './correlation';
import { spectralSources } from './spectralSources';
import type { DoubleDifferenceInput, DoubleDifferenceMeasurement } from './types';
import { measureWindowPairs, type QuartetResult, type WindowQuartet } from './windowed';

/** The name Pyadjoint gives to a pair of windows that multitapers cannot measure. */
const FALL_BACK = 'dd_cross_correlation_traveltime';

/**
 * Frequency-dependent differential traveltime of two stations by multitapers: the integral over the band of weight
 * times (dtau of the synthetics less that of the data)^2. There is no amplitude. Pairs of windows where a test of the
 * measurement fails are measured by `correlationTraveltimeDifference`.
 *
 * Pyadjoint puts the source of B, as long as A's window, into A's window, falls back on what `alignA` put into the
 * place of A's synthetic, and leaves a pair out whose aligned window leaves the trace; `conventions` keeps this, and
 * what `alignA` and `spectralResult` say.
 * @see Yuan et al. 2016
 */
export function multitaperDifference(input: DoubleDifferenceInput): DoubleDifferenceMeasurement {
  const { syntheticA, delta, parameters, context } = input;
  const isPyatoa = context.conventions === 'pyatoa';
  const band = frequencyBand(syntheticA, delta, parameters, context);
  return measureWindowPairs(
    input,
    (own) => {
      const length = own.syntheticA.length;
      const quartet = isPyatoa ? { ...own, leftB: own.leftA, lengthB: length } : own;
      const measured = correlationDifference(quartet, delta, parameters, context.conventions);
      const isTried = isMeasurable(measured.tshift, length, delta, parameters, context);
      const aligned = isTried ? alignA(quartet, measured, input) : null;
      if (isPyatoa && isTried && aligned === null) return null;
      const result = aligned && band && spectralResult(quartet, aligned, measured, band, input);
      if (result !== null) return result;
      const measurable = isPyatoa && aligned !== null ? { ...quartet, syntheticA: aligned.synthetic } : quartet;
      return correlationDifferenceResult(FALL_BACK, measured, measurable, input, true);
    },
    'add',
  );
}

/** The measurement of one pair of windows; null where a test fails. */
function spectralResult(
  quartet: WindowQuartet,
  aligned: AlignedA,
  measured: CorrelationDifference,
  band: FrequencyBand,
  input: DoubleDifferenceInput,
): QuartetResult | null {
  const { parameters, context } = input;
  const { mt_nw: nw, num_taper: tapers } = parameters;
  const { observed, tshift } = measured;
  const isPyatoa = context.conventions === 'pyatoa';
  const [dataA, synthA, dataB, synthB] = [
    aligned.observed,
    aligned.synthetic,
    quartet.observedB,
    quartet.syntheticB,
  ].map((x) => eigenSeries(x, nw, tapers));
  if (dataA.length === 0) return null;
  const window = zoom(band, quartet.syntheticA.length);
  const data = between(dataA, dataB, window);
  const synthetics = between(synthA, synthB, window);
  const estimate = (without?: number) =>
    difference(
      deviation(synthetics, band, aligned.ofSynthetic, parameters, without),
      deviation(data, band, observed, parameters, without),
    );
  const found = estimate();
  const withoutEach = () => {
    if (!isPyatoa) return dataA.map((_, t) => estimate(t));
    // Pyadjoint's estimates without one taper are of A's observed against what stands for its synthetic.
    const spectra = between(dataA, synthA, window);
    return dataA.map((_, t) => deviation(spectra, band, { tshift, dlna: observed.dlna }, parameters, t));
  };
  const hasErrors = parameters.use_mt_error && dataA.length > 1;
  const errors = hasErrors ? jackknife(found, withoutEach(), context.conventions) : null;
  if (!isCredible(found.dtau, errors?.dtau ?? null, tshift, band, parameters)) return null;

  const weights = bandWeights(band, found, errors, observed, parameters, context.conventions);
  // Pyadjoint weighs the source of B as an amplitude.
  const weightB = isPyatoa ? weights.dlna : weights.dtau;
  const sources = spectralSources(synthA, synthB, found.dtau, [weights.dtau, weightB], window, nw);
  const misfit = weightedSquare(found.dtau, weights.dtau, band.df);
  return {
    adjointA: { data: sources.a, left: aligned.left },
    adjointB: { data: sources.b, left: quartet.leftB },
    measurement: {
      type: 'dd_multitaper',
      measureType: 'dt',
      misfit,
      tshift: mean(found.dtau),
      dlna: mean(found.dlna),
      sigmaDt: observed.sigmaDt,
      sigmaDlna: observed.sigmaDlna,
      misfitDt: misfit,
      misfitDlna: null,
    },
  };
}

/** Cross spectra of one set of tapered series over another. */
function between(a: readonly Float64Array[], b: readonly Float64Array[], window: Zoom): CrossSpectra {
  return crossSpectra(a.map(window.forward), b.map(window.forward), b);
}

function difference(a: Deviation, b: Deviation): Deviation {
  return { dtau: a.dtau.map((x, k) => x - b.dtau[k]), dlna: a.dlna.map((x, k) => x - b.dlna[k]) };
}
