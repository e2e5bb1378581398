import { envelope as envelopeOf, staLta } from '@/core/signal';
import { amplitudeTest } from './amplitude';
import { makeCandidates } from './candidates';
import { curtail } from './curtail';
import { dataFitTests, fit, type FittedWindow } from './dataFit';
import { checkDataQuality } from './dataQuality';
import { removeDuplicates } from './duplicates';
import { findExtrema } from './extrema';
import { finish } from './finish';
import { Funnel } from './funnel';
import { checkLevels } from './levels';
import { mergeWindows } from './merge';
import { minimumLengthTest } from './minimumLength';
import { noiseAndSignal } from './noise';
import { phaseSeparationTest } from './phaseSeparation';
import { prominenceTest } from './prominence';
import { schedule } from './schedule';
import { signalToNoiseTest } from './signalToNoise';
import { travelTimesTest } from './travelTimes';
import { waterLevelTest } from './waterLevel';
import type { Candidate, Setting, WindowInput, WindowSelection } from './types';

/**
 * Selects the time windows in which observed and synthetic are alike enough to be measured.
 * @param input  one component: preprocessed traces of the same start, interval and length n
 * @returns      windows by ascending end, and what each step rejected
 * @throws PairError `level-length`, `too-many-candidates`
 * @see Maggi et al. 2009
 */
export function selectWindows(input: WindowInput): WindowSelection {
  const { synthetic, parameters, conventions, minPeriod } = input;
  checkLevels(parameters, synthetic.data.length);
  const envelope = envelopeOf(synthetic.data);
  const stalta = staLta(envelope, synthetic.delta, minPeriod);
  const extrema = findExtrema(stalta, input);
  const setting = { parameters, conventions, minPeriod, delta: synthetic.delta, stalta, extrema };
  const funnel = new Funnel(conventions);
  const warnings: string[] = [];

  const placed = placedCandidates(input, setting, funnel, warnings);
  const bounds = noiseAndSignal(input);
  const quality = parameters.check_global_data_quality ? checkDataQuality(input, bounds) : null;
  if (quality?.reason) warnings.push(quality.reason);
  const measurable = quality?.good === false ? funnel.count('data_quality', []) : placed;
  const shaped = shapedCandidates(measurable, setting, funnel);
  const aboveNoise = funnel.sieve(shaped, 's2n', signalToNoiseTest(input, bounds));
  const fitting = fittingWindows(aboveNoise, input, funnel);
  const chosen = withoutOverlaps(fitting, input, funnel);
  const amplitude = input.winAmpRatio > 0 ? amplitudeTest(input.observed.data, input.winAmpRatio) : null;
  const windows = funnel.sieve(chosen, 'amplitude', amplitude).map((window) => finish(window, input));
  const { rejected, steps } = funnel;
  return { windows, rejected, stalta, envelope, ...extrema, funnel: steps, warnings };
}

/** All candidates, less those that lie outside of the seismogram's theoretical span. */
function placedCandidates(input: WindowInput, setting: Setting, funnel: Funnel, warnings: string[]): Candidate[] {
  const { list, total, unlisted } = makeCandidates(setting);
  funnel.steps.push(['candidates', total]);
  if (unlisted > 0) {
    warnings.push(`${total} candidate windows: ${unlisted} that cross the water level are not listed as rejected`);
  }
  return funnel.sieve(list, 'traveltimes', input.context && travelTimesTest(input, input.context));
}

/** The tests of STA/LTA's shape. @see Maggi et al. 2009, section 2.3 */
function shapedCandidates(candidates: Candidate[], setting: Setting, funnel: Funnel): Candidate[] {
  const longEnough = minimumLengthTest(setting);
  const long = funnel.sieve(candidates, 'min_length', longEnough);
  const aboveWater = funnel.sieve(long, 'water_level', waterLevelTest(setting));
  const prominent = funnel.sieve(aboveWater, 'prominence', prominenceTest(setting));
  const separate = funnel.sieve(prominent, 'phase_sep', phaseSeparationTest(setting));
  const curtailed = funnel.count('curtailed', curtail(separate, setting));
  const unique = funnel.count('duplicates', removeDuplicates(curtailed));
  return funnel.sieve(unique, 'min_length', longEnough);
}

/** The tests of the fit of observed to synthetic. @see Maggi et al. 2009, section 2.4 */
function fittingWindows(candidates: Candidate[], input: WindowInput, funnel: Funnel): FittedWindow[] {
  let guess = 0;
  let windows = candidates.map((candidate) => {
    const fitted = fit(candidate, input, guess);
    guess = fitted.shiftSamples;
    return fitted;
  });
  for (const [name, test] of dataFitTests(input.parameters)) windows = funnel.sieve(windows, name, test);
  return windows;
}

/** The windows to measure, of those that overlap. @see Maggi et al. 2009, section 2.5 */
function withoutOverlaps(windows: FittedWindow[], input: WindowInput, funnel: Funnel): FittedWindow[] {
  if (input.parameters.resolution_strategy === 'merge') return funnel.count('merged', mergeWindows(windows, input));
  return funnel.count('scheduled', schedule(windows, input.conventions));
}
